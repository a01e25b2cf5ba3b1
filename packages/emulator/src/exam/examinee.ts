import { saleOf } from '../cashier/ordinary-sale.ts'
import type { Emulator } from '../emulator.ts'
import type { Coupon, Refund, Trade } from '../pay/book/types.ts'
import { parseNotifyTarget } from '../pay/cloudpay/notify-target.ts'
import type { Notice, NoticePlan } from '../pay/notices/notice.ts'
import type { NoticeService } from '../pay/notices/notice-service.ts'
import type { PayService } from '../pay/pay-service.ts'
import type { Document, ExamPlan, Sign, Step } from './exam-plan.ts'
import { at, fillIn } from './fill-in.ts'

/** The project under examination, as a buyer with a phone and as WeChat. */
export interface Examinee {
  readonly emulator: Emulator
  readonly plan: ExamPlan
  /** A new order, at WeChat Pay. Throws NoOrder when none arrives there. */
  place(): Promise<Placed>
  /** Lets time pass, and everything that falls due. */
  wait(ms: number): Promise<void>
  notices(): readonly Notice[]
  /** How often the project asked WeChat Pay for this, about this order. */
  calls(method: string, outTradeNo: string): number
  /** Calls a function through the door that every phone may use, as a stranger; whatever it answers. */
  callAsClient(functionName: string, data: unknown): Promise<void>
}

export interface Placed {
  readonly trade: Trade
  /** The function that WeChat is to tell. */
  readonly notifies: string
  pay(how?: {
    readonly notice?: NoticePlan
    readonly coupons?: readonly Coupon[]
    readonly report?: boolean
  }): Promise<void>
  /** Calls what the plan names for a phone that reports success. */
  report(): Promise<void>
  read(): Promise<unknown>
  isPaid(): Promise<boolean>
  isRefunded(): Promise<boolean>
  refund(times?: number): Promise<void>
  refunds(): readonly Refund[]
}

/** The project did not bring an order to WeChat Pay. */
export class NoOrder extends Error {
  override readonly name = 'NoOrder'
}

const buyer = 'examinee'

export const createExaminee = (emulator: Emulator, plan: ExamPlan): Examinee => {
  const pay = () => emulator.context.service<PayService>('pay')
  const noticeService = () => emulator.context.service<NoticeService>('notices')
  let placed = 0

  const run = async (step: Step, known: Readonly<Record<string, unknown>>) =>
    emulator.call(step.function, fillIn(step.data, known), { as: step.as ?? buyer })

  const findDocument = async ({ collection, query }: Document, known: Readonly<Record<string, unknown>>) => {
    const wanted = encodeURIComponent(JSON.stringify(fillIn(query, known)))
    const response = await fetch(`${emulator.address}/__emulator/database/${collection}?query=${wanted}`)
    const { list = [] } = (await response.json()) as { readonly list?: readonly unknown[] }
    return list[0]
  }

  const wait = async (ms: number) => {
    // In steps: a project that looks once a minute must be able to answer in between.
    for (let left = ms; left > 0; left -= 60_000) await emulator.advance(Math.min(left, 60_000))
    await settled(() => noticeService().notices.values())
  }

  const place = async (): Promise<Placed> => {
    const before = new Set(pay().book.trades.keys())
    const known: Record<string, unknown> = {
      id: `exam${emulator.context.clock.now()}n${++placed}`,
      user: emulator.as(buyer),
    }
    const steps: unknown[] = []
    known.steps = steps
    for (const step of plan.place) {
      known.place = await run(step, known)
      steps.push(known.place)
    }
    const trade = [...pay().book.trades].find(([key]) => !before.has(key))?.[1]
    if (trade === undefined)
      throw new NoOrder(
        `${plan.place.at(-1)?.function} brought no order to WeChat Pay; it answered ${brief(known.place)}`,
      )
    known.trade = { outTradeNo: trade.outTradeNo, totalFee: trade.totalFee }
    const read = async () => {
      known.read = 'collection' in plan.read ? await findDocument(plan.read, known) : await run(plan.read, known)
      return known.read
    }
    const shows = async (sign: Sign) => {
      const found = at(await read(), sign.path)
      return sign.equals.some((value) => JSON.stringify(value) === JSON.stringify(found))
    }
    return {
      trade,
      notifies: parseNotifyTarget(trade.notifyTo ?? '').functionName,
      pay: async ({ notice = 'normal', coupons = [], report = false } = {}) => {
        const sale = saleOf(emulator.context, emulator.as(buyer), trade, trade)
        const refused = sale.pay({ notice, coupons })
        if (refused !== undefined) throw new NoOrder(`WeChat took no money: ${refused.message}`)
        await wait(1_000)
        if (report && plan.report !== undefined) await run(plan.report, known)
      },
      report: async () => {
        if (plan.report !== undefined) await run(plan.report, known)
      },
      read,
      isPaid: () => shows(plan.read.paid),
      isRefunded: () => (plan.read.refunded === undefined ? Promise.resolve(false) : shows(plan.read.refunded)),
      refund: async (times = 1) => {
        const steps = plan.refund ?? []
        for (const step of steps.slice(0, -1)) await run(step, known)
        await read()
        const last = steps.at(-1)
        if (last === undefined) return
        // A refusal of the repetition is as good as an answer.
        const attempts = await Promise.allSettled(Array.from({ length: times }, () => run(last, known)))
        const failed = attempts.find((one) => one.status === 'rejected')
        if (times === 1 && failed !== undefined) throw (failed as PromiseRejectedResult).reason
      },
      refunds: () => trade.refunds,
    }
  }

  return {
    emulator,
    plan,
    place,
    wait,
    notices: () => [...noticeService().notices.values()],
    calls: (method, outTradeNo) =>
      emulator.context.events
        .list({ orderNo: outTradeNo })
        .filter(({ kind, to, name }) => kind === 'call' && to === 'pay' && name === method).length,
    callAsClient: async (name, data) => {
      await fetch(`${emulator.address}/client/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-emulator-user': 'stranger' },
        body: JSON.stringify({ name, data }),
      })
    },
  }
}

/** Notices that are due are delivered in real time as well; waits for those under way. */
const settled = async (notices: () => Iterable<Notice>) => {
  for (let n = 0; n < 300; n++) {
    const busy = [...notices()].some((notice) => notice.state === 'waiting' && notice.tries > notice.attempts.length)
    if (!busy) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const brief = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 300)
