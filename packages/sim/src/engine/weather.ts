import type { Random } from './random.ts'

/**
 * How bad one life gets. Each rate is drawn for itself (swarm testing): a life with one kind of trouble and no other
 * finds what a life with a little of everything hides.
 */
export interface Weather {
  /** Per call of a function to its world. */
  readonly die: number
  readonly answerLost: number
  readonly failed: number
  /** Between a phone and the functions, per direction. */
  readonly network: number
  /** A notice never comes again after this try. */
  readonly noticeLost: number
  readonly noticeTwice: number
  /** The next thing that happens happens a good while later. */
  readonly timeJump: number
  /** WeChat says "closed" and takes the money all the same. */
  readonly leakyClose: number
  /** WeChat answers a query as things stood a while ago. */
  readonly staleQuery: number
  /** WeChat answers a query about one payment with another's. */
  readonly mixedUp: number
  /** WeChat's query of a refund answers with an empty list, as it is known to do in production. */
  readonly emptyRefundQuery: number
  /** A refund ends stuck or closed instead of paid back. */
  readonly refundTrouble: number
  /** The database forgets an order that is not paid yet, once in a life. */
  readonly rowLost: number
  /** The servers' clocks differ from WeChat's by at most this. */
  readonly skewMs: number
  /** What one call takes at most. */
  readonly slowMs: number
}

const rates = [0, 0, 0.01, 0.05, 0.2] as const
const rareRates = [0, 0, 0, 0.05, 0.5] as const

export const drawWeather = (random: Random): Weather => ({
  die: random.pick(rates) / 2,
  answerLost: random.pick(rates),
  failed: random.pick(rates),
  network: random.pick(rates),
  noticeLost: random.pick([0, 0.2, 0.5, 1]),
  noticeTwice: random.pick([0, 0.2, 0.7]),
  timeJump: random.pick([0, 0, 0.02, 0.1]),
  leakyClose: random.pick(rareRates),
  staleQuery: random.pick(rareRates) / 2,
  mixedUp: random.pick([0, 0, 0, 0, 0.05]),
  emptyRefundQuery: random.pick([0, 0.3, 1]),
  refundTrouble: random.pick([0, 0, 0.3]),
  rowLost: 0.03,
  skewMs: random.pick([0, 0, 500, 4_000]),
  slowMs: random.pick([20, 20, 200, 1_500]),
})

/** WeChat and the database keep their contracts, whatever else happens: what the removal of one guard is tried under. */
export const faithful = (weather: Weather): Weather => ({
  ...weather,
  leakyClose: 0,
  staleQuery: 0,
  mixedUp: 0,
  rowLost: 0,
})

export const calm: Weather = {
  die: 0,
  answerLost: 0,
  failed: 0,
  network: 0,
  noticeLost: 0,
  noticeTwice: 0,
  timeJump: 0,
  leakyClose: 0,
  staleQuery: 0,
  mixedUp: 0,
  emptyRefundQuery: 0,
  refundTrouble: 0,
  rowLost: 0,
  skewMs: 0,
  slowMs: 20,
}
