import { describe, expect, it } from 'vitest'
import type { OrderNo } from '../identity/ids.ts'
import { fen } from '../money/fen.ts'
import type { Order } from '../order/order.ts'
import type { ErrandDetail } from './errand-detail.ts'
import { errandActions, viewErrand } from './errand-view.ts'
import { after, codesOf, delivered, here, noon, opened, placed, taken, taskOf, there } from './testing.ts'
import type { ErrandTask } from './transitions.ts'

const viewers = ['buyer', 'runner', 'owner', 'system', 'wechat'] as const
const hereArea = { area: '拱墅区' }
const thereArea = { area: '上城区' }
const hereFull = { ...here, ...hereArea }
const thereFull = { ...there, ...thereArea }
/** Fee less 15 % commission. */
const earningFen = 1233

const withDetail = (order: Order, more: Partial<ErrandDetail>): Order<ErrandDetail> =>
  taskOf({ ...order, detail: { ...taskOf(order).detail, ...more } })
const inTask = (task: ErrandTask, more: Partial<ErrandDetail> = {}) => withDetail(taken(), { task, ...more })

/** All that can be told of a task, told. */
const told = withDetail(taken(), {
  wantedAtMs: noon + 1,
  pictures: ['cloud://a'],
  extras: [{ orderNo: 'X' as OrderNo, purpose: 'tip', amountFen: fen(300), refundedFen: fen(0) }],
  goods: { spentFen: fen(20) },
  cancelFeeFen: fen(435),
  dispute: { by: 'buyer', why: '少了一页', pictures: [], atMs: noon, from: 'delivered' },
  ratings: { byBuyer: { stars: 4, words: '准时', atMs: noon } },
  openUntilMs: noon + 2,
  autoConfirmAtMs: noon + 3,
  settleAtMs: noon + 4,
  tries: { wrong: 3, pausedUntilMs: noon + 5 },
})
const common = { vertical: 'errand', kind: 'send', task: 'taken', weightKg: 2, distanceM: 6_500, wantedAtMs: noon + 1 }
const ofParties = {
  what: '一份合同，电话 13800000001',
  pictures: ['cloud://a'],
  runner: { name: '李师傅', phone: '13900000002', takenAtMs: noon },
  extras: [{ orderNo: 'X', purpose: 'tip', amountFen: 300 }],
  goods: { spentFen: 20 },
  cancelFeeFen: 435,
  dispute: { by: 'buyer', why: '少了一页', pictures: [], atMs: noon, from: 'delivered' },
  ratings: { byBuyer: { stars: 4, words: '准时', atMs: noon } },
  openUntilMs: noon + 2,
  autoConfirmAtMs: noon + 3,
  settleAtMs: noon + 4,
}
const places = { from: hereFull, to: thereFull }

describe('a task under way is shown', () => {
  it('to its buyer with price and codes', () => {
    expect(viewErrand(told, 'buyer', noon)).toEqual({
      ...common,
      ...ofParties,
      ...places,
      price: expect.objectContaining({ totalFen: 1450, feeFen: 1450 }),
      codes: codesOf(told),
      actions: ['cancel', 'dispute'],
    })
  })

  it('to its runner with what he earns and the pause of his codes, without price and codes', () => {
    const shown = { ...common, ...ofParties, ...places, earningFen: earningFen + 300 + 20, codePausedUntilMs: noon + 5 }
    expect(viewErrand(told, 'runner', noon)).toEqual({ ...shown, actions: ['pickUp', 'drop', 'dispute'] })
    expect(viewErrand(told, 'runner', noon + 5)).not.toHaveProperty('codePausedUntilMs')
  })

  it('to the owner with price, earning and what is left, without codes', () => {
    expect(viewErrand(told, 'owner', noon)).toEqual({
      ...common,
      ...ofParties,
      ...places,
      price: expect.objectContaining({ totalFen: 1450 }),
      earningFen: earningFen + 300 + 20,
      leftFen: 1450 + 300,
      actions: [],
    })
  })

  it.each(['system', 'wechat'] as const)('to nobody else (%s) but as districts and figures', (viewer) => {
    const nothing = { pictures: [], extras: [], ratings: {}, from: hereArea, to: thereArea, actions: [] }
    expect(viewErrand(told, viewer, noon)).toEqual({ ...common, ...nothing })
  })
})

describe('a task with little to tell', () => {
  it('has no fields for it', () => {
    const { from: _, ...plain } = taskOf(opened('do')).detail
    const order = taskOf({ ...opened('do'), detail: plain })
    expect(Object.keys(viewErrand(order, 'buyer', noon)).sort()).toEqual(
      [
        'actions',
        'codes',
        'distanceM',
        'extras',
        'kind',
        'openUntilMs',
        'pictures',
        'price',
        'ratings',
        'task',
        'to',
        'vertical',
        'weightKg',
        'what',
      ].sort(),
    )
  })

  it('tells the runner what he got, when that is decided', () => {
    const decided = inTask('settled', { earningFen: fen(900), clawedBack: {} })
    expect(viewErrand(decided, 'runner', noon).earningFen).toBe(900)
    const taken = { a: { amountFen: fen(100), refundFen: fen(100), atMs: noon } }
    expect(viewErrand({ ...decided, detail: { ...decided.detail, clawedBack: taken } }, 'owner', noon).earningFen).toBe(
      800,
    )
  })

  it('tells the parties for how much goods may be bought, further payments included', () => {
    const buying = withDetail(taken(opened('buy')), {
      extras: [{ orderNo: 'X' as OrderNo, purpose: 'goods', amountFen: fen(600), refundedFen: fen(0) }],
    })
    for (const viewer of ['buyer', 'runner', 'owner'] as const)
      expect(viewErrand(buying, viewer, noon).goodsPaidFen).toBe(5_600)
    expect(viewErrand(buying, 'system', noon)).not.toHaveProperty('goodsPaidFen')
    expect(viewErrand(taskOf(taken()), 'runner', noon)).not.toHaveProperty('goodsPaidFen')
  })

  it('tells the parties what goods still want to be paid', () => {
    const asking = withDetail(taken(opened('buy')), { goods: { askedFen: fen(5_600) } })
    for (const viewer of ['buyer', 'runner', 'owner'] as const)
      expect(viewErrand(asking, viewer, noon).goodsMissingFen).toBe(600)
    expect(viewErrand(asking, 'system', noon)).not.toHaveProperty('goodsMissingFen')
    expect(viewErrand(asking, 'buyer', noon).actions).toContain('payGoods')
  })
})

describe('addresses and phones', () => {
  const contact = ['taken', 'pickedUp', 'delivered', 'frozen'] as const
  it.each(contact)('are the runner’s and the buyer’s while the task is %s', (task) => {
    expect(viewErrand(inTask(task), 'runner', noon)).toMatchObject(places)
    expect(viewErrand(inTask(task), 'buyer', noon).runner).toEqual({
      name: '李师傅',
      phone: '13900000002',
      takenAtMs: noon,
    })
  })

  it.each(['open', 'confirmed', 'settled', 'cancelled', 'split'] as const)('are so no more when it is %s', (task) => {
    const order = inTask(task)
    expect(viewErrand(order, 'runner', noon)).toMatchObject({ from: hereArea, to: thereArea })
    expect(viewErrand(order, 'runner', noon).from).toEqual(hereArea)
    for (const viewer of ['buyer', 'runner'] as const)
      expect(viewErrand(order, viewer, noon).runner).toEqual({ name: '李师傅', takenAtMs: noon })
    // The owner may have to call anybody, and the buyer knows where he lives.
    expect(viewErrand(order, 'owner', noon).runner).toHaveProperty('phone')
    for (const viewer of ['buyer', 'owner'] as const) expect(viewErrand(order, viewer, noon)).toMatchObject(places)
  })
})

describe('what a viewer may do', () => {
  const all = (order: Order) =>
    Object.fromEntries(viewers.map((viewer) => [viewer, errandActions(taskOf(order), viewer, noon)]))
  const nobodyElse = { system: [], wechat: [] }

  it('goes by the state of the task', () => {
    expect(all(placed())).toEqual({ buyer: [], runner: [], owner: [], ...nobodyElse })
    expect(all(opened())).toEqual({ buyer: ['cancel', 'addTip'], runner: [], owner: [], ...nobodyElse })
    expect(all(taken())).toEqual({
      buyer: ['cancel', 'dispute'],
      runner: ['pickUp', 'drop', 'dispute'],
      owner: [],
      ...nobodyElse,
    })
    expect(all(taken(opened('buy')))).toEqual({
      buyer: ['cancel', 'dispute'],
      runner: ['pickUp', 'askGoods', 'drop', 'dispute'],
      owner: [],
      ...nobodyElse,
    })
    expect(all(inTask('pickedUp'))).toEqual({
      buyer: ['dispute'],
      runner: ['deliver', 'dispute'],
      owner: [],
      ...nobodyElse,
    })
    expect(all(delivered())).toEqual({
      buyer: ['confirm', 'dispute'],
      runner: ['dispute'],
      owner: [],
      ...nobodyElse,
    })
    expect(all(inTask('frozen'))).toEqual({ buyer: [], runner: [], owner: ['split'], ...nobodyElse })
    const confirmed = after(delivered(), { kind: 'errand.confirm' })
    expect(all(confirmed)).toEqual({
      buyer: ['dispute', 'rate'],
      runner: ['dispute', 'rate'],
      owner: [],
      ...nobodyElse,
    })
  })

  it.each(['settled', 'split', 'cancelled'] as const)('what is left of a %s task can be given back', (task) => {
    expect(errandActions(inTask(task), 'owner', noon)).toEqual(['giveBack'])
    const gone = taskOf({ ...inTask(task), refunds: [refundOfAll(inTask(task))] })
    expect(errandActions(gone, 'owner', noon)).toEqual([])
  })

  it('adds to the tip as often as a task has room for', () => {
    const extra = { orderNo: 'X' as OrderNo, purpose: 'tip', amountFen: fen(100), refundedFen: fen(0) } as const
    const withExtras = (count: number) => withDetail(opened(), { extras: Array.from({ length: count }, () => extra) })
    expect(errandActions(withExtras(19), 'buyer', noon)).toContain('addTip')
    expect(errandActions(withExtras(20), 'buyer', noon)).not.toContain('addTip')
  })
})

const refundOfAll = (order: Order): Order['refunds'][number] => {
  const [{ outTradeNo, amountFen }] = order.attempts as [Order['attempts'][number]]
  return {
    outRefundNo: `${outTradeNo}-a` as Order['refunds'][number]['outRefundNo'],
    outTradeNo,
    amountFen,
    reason: 'merchantDecision',
    state: 'settled',
    requestedAtMs: noon,
  }
}
