import { type Book, createBook, payTrade } from '@pay/emulator/book'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm, drawWeather, type Weather } from '../engine/weather.ts'
import { merchant } from '../world/book-gateway.ts'
import { portsOf, type Row } from './ports.ts'
import type { Tutorial, User } from './tutorial.ts'

/** Where the tutorials and ours are compared: each adds to the one before. */
export const climates = ['fair', 'network', 'crashes', 'attackers'] as const
export type Climate = (typeof climates)[number]

/** What the client of the design's own rates meets. Rates depend on this mix: state it with the numbers. */
export const weatherIn = (climate: Climate, drawn: Weather): Weather => {
  if (climate === 'fair') return calm
  const phones = { ...calm, network: 0.02, noticeLost: 0.1, noticeTwice: 0.2 }
  return climate === 'network'
    ? phones
    : { ...phones, die: 0.02, answerLost: 0.015, failed: 0.015, slowMs: drawn.slowMs }
}

/** One life of a tutorial; what is wrong with its money afterwards. */
export const liveTutorial = async (
  tutorial: Tutorial,
  seed: number,
  life: number,
  climate: Climate,
): Promise<readonly string[]> => {
  const random = randomOf(seed, life)
  const weather = weatherIn(climate, drawWeather(random))
  const scheduler = new Scheduler({ random, weather, coverage: new Map(), startMs: Date.UTC(2026, 10, 21, 4) })
  const book = createBook()
  const rows = new Map<string, Row>()
  const ports = portsOf(scheduler, book, rows)
  const yuan = random.pick([0.07, 0.29, 1, 5, 19.9, 39.9])
  const attacked = climate === 'attackers' && random.chance(0.3)
  const taps = climate === 'fair' ? 1 : random.chance(0.1) ? 2 : 1
  for (let tap = 1; tap <= taps; tap++)
    buys(tutorial, ports, scheduler, book, { yuan, tampers: attacked && random.chance(0.5) })
  if (attacked) forge(tutorial, ports, scheduler, rows)
  await scheduler.run()
  return wrongs(book, rows, yuan)
}

const buys = (
  tutorial: Tutorial,
  ports: ReturnType<typeof portsOf>,
  scheduler: Scheduler,
  book: Book,
  { yuan, tampers }: { readonly yuan: number; readonly tampers: boolean },
): void => {
  const { random } = scheduler
  const openid = 'oBuyer1000000000000000000000'
  const phone = scheduler.process('phone', 'phone', 'buyer', { SOURCE: '' })
  const announce = (outTradeNo: string, transactionId: string) => {
    const times = random.chance(scheduler.weather.noticeTwice) ? 2 : 1
    for (let at = 1; at <= times; at++)
      scheduler.later(phone, 'notice', 'none', () => {
        if (random.chance(scheduler.weather.noticeLost) || tutorial.notice === undefined) return
        const process = scheduler.process('notice', 'function', 'WeChat', { SOURCE: '' })
        scheduler.start(
          process,
          async () => await tutorial.notice?.(ports, { outTradeNo, transactionId, resultCode: 'SUCCESS' }),
        )
      })
  }
  const user: User = {
    openid,
    // T1, T2, T4 and T5 take the amount from the client.
    yuan: tampers ? 0.01 : yuan,
    scheduler,
    call: (_name, run) => run(),
    cashier: (prepayId) =>
      new Promise((resolve) => {
        scheduler.park('cashier', 'none', () => {
          const paid = random.chance(0.85) && payTrade(book, { prepayId, openid }, scheduler.nowMs)
          if (paid === false || !paid.ok) return resolve('fail')
          const { outTradeNo, payment } = paid.trade
          announce(outTradeNo, payment?.transactionId ?? '')
          const rough = scheduler.weather !== calm
          resolve(rough && random.chance(0.05) ? 'fail' : rough && random.chance(0.1) ? 'nothing' : 'ok')
        })
      }),
  }
  scheduler.later(phone, 'open', 'none', () => scheduler.start(phone, () => tutorial.buy(ports, user)))
}

/** Sends WeChat's notice for an order of his own that he never paid. */
const forge = (
  tutorial: Tutorial,
  ports: ReturnType<typeof portsOf>,
  scheduler: Scheduler,
  rows: Map<string, Row>,
): void => {
  const { notice } = tutorial
  if (notice === undefined) return
  const process = scheduler.process('forged', 'function', 'attacker', { SOURCE: '' })
  scheduler.later(process, 'forge', 'none', () => {
    const victim = [...rows.keys()][0]
    if (victim !== undefined) scheduler.start(process, async () => await notice(ports, { outTradeNo: victim }))
  })
}

/** The promises that concern money, and nothing finer: what a tutorial never claimed is not held against it. */
const wrongs = (book: Book, rows: ReadonlyMap<string, Row>, yuan: number): readonly string[] => {
  const found = new Set<string>()
  const price = Math.round(yuan * 100)
  let charged = 0
  for (const trade of book.trades.values()) {
    if (trade.payment === undefined) continue
    charged++
    const row = rows.get(trade.outTradeNo)
    if (row === undefined || !isPaid(row)) found.add('moneyHasOrder')
    if (trade.totalFee !== price) found.add('amounts')
  }
  if (charged > 1) found.add('oneCharge')
  for (const row of rows.values())
    if (isPaid(row) && book.trades.get(`${merchant.mchid}/${row.outTradeNo}`)?.payment === undefined)
      found.add('orderHasMoney')
  return [...found]
}

const isPaid = ({ status }: Row): boolean => status === 'paid' || status === 'success'
