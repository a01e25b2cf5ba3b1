import type { OrderNo } from '../identity/ids.ts'
import { type Fen, zeroFen } from '../money/fen.ts'
import type { Actor } from '../order/history.ts'
import type { Order } from '../order/order.ts'
import { cancelTerms } from './cancel.ts'
import { coarseArea } from './coarse.ts'
import { stillEarnedFen } from './dispute.ts'
import type { Dispute, ErrandDetail, ExtraPurpose, Rating } from './errand-detail.ts'
import { maxExtras } from './extra-paid.ts'
import type { ErrandKind } from './kinds.ts'
import type { Place } from './place.ts'
import type { ErrandPrice } from './price-errand.ts'
import { mayRate } from './rate.ts'
import { goodsMissingFen } from './take.ts'
import { fullEarningFen, goodsPaidFen, leftFen } from './task-money.ts'
import { type ErrandTask, nextErrandTask } from './transitions.ts'

/** What a person may see of a task. Codes only the buyer, addresses and phones only while they are needed. */
export interface ErrandView {
  readonly vertical: 'errand'
  readonly kind: ErrandKind
  readonly task: ErrandTask
  readonly weightKg: number
  readonly wantedAtMs?: number
  readonly distanceM: number
  /** In words; absent for whoever is no party. */
  readonly what?: string
  readonly pictures: readonly string[]
  readonly from?: PlaceView
  readonly to: PlaceView
  /** Buyer and owner. */
  readonly price?: ErrandPrice
  /** The buyer alone: told to those whom the runner meets. */
  readonly codes?: ErrandDetail['codes']
  readonly runner?: { readonly name: string; readonly phone?: string; readonly takenAtMs: number }
  readonly extras: readonly { readonly orderNo: OrderNo; readonly purpose: ExtraPurpose; readonly amountFen: Fen }[]
  readonly goods?: ErrandDetail['goods']
  /** What was paid for goods so far: for as much the runner may buy. */
  readonly goodsPaidFen?: Fen
  /** What the buyer has to pay before the runner can buy. */
  readonly goodsMissingFen?: Fen
  /** What the runner gets or got; runner and owner. */
  readonly earningFen?: Fen
  /** What the owner can still divide or give back. */
  readonly leftFen?: Fen
  readonly cancelFeeFen?: Fen
  readonly dispute?: Dispute
  readonly ratings: { readonly byBuyer?: Rating; readonly byRunner?: Rating }
  /** Wrong codes: no tries before this moment. */
  readonly codePausedUntilMs?: number
  readonly openUntilMs?: number
  readonly autoConfirmAtMs?: number
  readonly settleAtMs?: number
  readonly actions: readonly ErrandAction[]
}

/** A place with all that is needed to find it, or the district alone. */
export interface PlaceView extends Partial<Place> {
  readonly area: string
}

export type ErrandAction =
  | 'cancel'
  | 'confirm'
  | 'dispute'
  | 'rate'
  | 'addTip'
  | 'payGoods'
  | 'pickUp'
  | 'askGoods'
  | 'deliver'
  | 'drop'
  | 'split'
  | 'giveBack'

export const viewErrand = (order: Order<ErrandDetail>, viewer: Actor, nowMs: number): ErrandView => {
  const { detail } = order
  const party = viewer === 'buyer' || viewer === 'runner' || viewer === 'owner'
  const running = contactTasks.includes(detail.task)
  const full = viewer === 'buyer' || viewer === 'owner' || (viewer === 'runner' && running)
  const { runner, goods, wantedAtMs, cancelFeeFen, dispute, codes, earningFen, tries } = detail
  const { openUntilMs, autoConfirmAtMs, settleAtMs } = detail
  const missing = goodsMissingFen(detail)
  const goodsPaid = goodsPaidFen(detail)
  const clock = { openUntilMs, autoConfirmAtMs, settleAtMs }
  return {
    vertical: 'errand',
    kind: detail.kind,
    task: detail.task,
    weightKg: detail.weightKg,
    distanceM: detail.distanceM,
    pictures: party ? detail.pictures : [],
    ...(party ? { what: detail.what } : {}),
    ...(detail.from === undefined ? {} : { from: viewPlace(detail.from, full) }),
    to: viewPlace(detail.to, full),
    ...(viewer === 'buyer' || viewer === 'owner' ? { price: detail.price } : {}),
    ...(viewer === 'buyer' ? { codes } : {}),
    ...(runner === undefined || !party ? {} : { runner: viewRunner(runner, viewer === 'owner' || running) }),
    extras: party ? detail.extras.map(({ orderNo, purpose, amountFen }) => ({ orderNo, purpose, amountFen })) : [],
    ...(goods === undefined || !party ? {} : { goods }),
    ...(goodsPaid === 0 || !party ? {} : { goodsPaidFen: goodsPaid }),
    ...(missing === 0 || !party ? {} : { goodsMissingFen: missing }),
    ...(viewer === 'runner' || viewer === 'owner'
      ? { earningFen: earningFen === undefined ? fullEarningFen(detail) : stillEarnedFen(detail) }
      : {}),
    ...(viewer === 'owner' ? { leftFen: leftFen(order) } : {}),
    ...(cancelFeeFen === undefined || !party ? {} : { cancelFeeFen }),
    ...(dispute === undefined || !party ? {} : { dispute }),
    ratings: party ? (detail.ratings ?? {}) : {},
    ...(viewer === 'runner' && tries !== undefined && tries.pausedUntilMs > nowMs
      ? { codePausedUntilMs: tries.pausedUntilMs }
      : {}),
    ...(wantedAtMs === undefined ? {} : { wantedAtMs }),
    ...Object.fromEntries(Object.entries(clock).filter(([, atMs]) => party && atMs !== undefined)),
    actions: errandActions(order, viewer, nowMs),
  }
}

/** What this viewer may do now with the task. */
export const errandActions = (order: Order<ErrandDetail>, viewer: Actor, nowMs: number): readonly ErrandAction[] => {
  const { detail } = order
  const { task } = detail
  const can = (move: Parameters<typeof nextErrandTask>[1]) => nextErrandTask(task, move) !== undefined
  const actions: [ErrandAction, boolean][] =
    viewer === 'buyer'
      ? [
          ['cancel', cancelTerms(order, nowMs).ok],
          ['confirm', can('confirm')],
          ['payGoods', goodsMissingFen(detail) > 0],
          ['addTip', task === 'open' && detail.extras.length < maxExtras],
          ['dispute', can('dispute')],
          ['rate', mayRate(detail, 'buyer')],
        ]
      : viewer === 'runner'
        ? [
            ['pickUp', can('pickUp')],
            ['askGoods', task === 'taken' && detail.kind === 'buy'],
            ['deliver', can('deliver')],
            ['drop', can('drop')],
            ['dispute', can('dispute')],
            ['rate', mayRate(detail, 'runner')],
          ]
        : viewer === 'owner'
          ? [
              ['split', can('split')],
              ['giveBack', ['settled', 'split', 'cancelled'].includes(task) && leftFen(order) > zeroFen],
            ]
          : []
  return actions.filter(([, allowed]) => allowed).map(([action]) => action)
}

/** While one of these, buyer and runner may have to call each other. */
const contactTasks: readonly ErrandTask[] = ['taken', 'pickedUp', 'delivered', 'frozen']

const viewPlace = (place: Place, full: boolean): PlaceView =>
  full ? { ...place, area: coarseArea(place.address) } : { area: coarseArea(place.address) }

const viewRunner = ({ name, phone, takenAtMs }: NonNullable<ErrandDetail['runner']>, withPhone: boolean) =>
  withPhone ? { name, phone, takenAtMs } : { name, takenAtMs }
