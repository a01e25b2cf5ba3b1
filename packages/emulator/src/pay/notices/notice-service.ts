import type { SpecialFault } from '../../faults/fault-rule.ts'
import type { FaultsService } from '../../faults/faults-service.ts'
import type { EmulatorContext, Service } from '../../service.ts'
import { payNotice, refundNotice } from '../book/notice.ts'
import type { Refund, Trade } from '../book/types.ts'
import { parseNotifyTarget } from '../cloudpay/notify-target.ts'
import type { PayService } from '../pay-service.ts'
import { mannersOf } from './manners.ts'
import type { Notice, NoticeAttempt, NoticePlan } from './notice.ts'
import { noticeRoutes } from './notice-routes.ts'

/** Late enough that every client has stopped asking. */
export const lateMs = 60_000

export interface NoticeService extends Service {
  readonly notices: ReadonlyMap<string, Notice>
  paid(trade: Trade, plan?: NoticePlan): Notice | undefined
  refunded(trade: Trade, refund: Refund): Notice | undefined
  /** A message of the mini-program platform; acknowledged by {ErrCode: 0}. */
  pushed(push: Push, plan?: NoticePlan): Notice | undefined
  /** Called once for each notice that is acknowledged. */
  onAcknowledged(listener: (notice: Notice) => void): void
  /** Delivers at once, whatever state it is in. */
  resend(notice: Notice): Promise<NoticeAttempt>
  alter(notice: Notice, event: Readonly<Record<string, unknown>>): void
  drop(notice: Notice): void
}

export interface Push {
  readonly functionName: string
  readonly mchid: string
  readonly outTradeNo: string
  readonly event: Readonly<Record<string, unknown>>
}

export const noticesService = (context: EmulatorContext): NoticeService => {
  const journal = context.journal('notices')
  const notices = new Map<string, Notice>()
  const timers = new Map<string, () => void>()
  const held = new Set<Notice>()
  const listeners = new Set<(notice: Notice) => void>()
  let made = 0

  const save = (notice: Notice) => journal.append(notice)

  const schedule = (notice: Notice, atMs: number) => {
    notice.nextAtMs = atMs
    timers.get(notice.id)?.()
    timers.set(
      notice.id,
      context.clock.at(atMs, () => deliverDue(notice)),
    )
  }

  const cancel = (notice: Notice) => {
    delete notice.nextAtMs
    timers.get(notice.id)?.()
    timers.delete(notice.id)
  }

  const deliver = async (notice: Notice): Promise<NoticeAttempt> => {
    const attempt = await attemptDelivery(context, notice)
    notice.attempts.push(attempt)
    release(notice)
    if (attempt.acknowledged && notice.state === 'waiting') {
      notice.state = 'acknowledged'
      cancel(notice)
      for (const listener of listeners) listener(notice)
    }
    save(notice)
    return attempt
  }

  const deliverDue = async (notice: Notice) => {
    if (notice.state !== 'waiting') return
    notice.tries += 1
    const { acknowledged } = await deliver(notice)
    if (acknowledged || notice.state !== 'waiting') return
    const nowMs = context.clock.now()
    const delayMs = mannersOf(notice.kind).delayMs(notice.tries, nowMs - notice.createdAtMs)
    if (delayMs !== undefined) schedule(notice, nowMs + delayMs)
    else {
      notice.state = 'given up'
      cancel(notice)
    }
    save(notice)
  }

  const send = (
    about: Pick<Notice, 'kind' | 'mchid' | 'outTradeNo' | 'outRefundNo' | 'event'>,
    target: string | undefined,
    plan: NoticePlan,
  ) => {
    if (target === undefined) return undefined
    const { functionName, envId } = parseNotifyTarget(target)
    const nowMs = context.clock.now()
    const { kind, outTradeNo } = about
    const trouble = context
      .service<FaultsService>('faults')
      .special({ party: 'notices', action: kind, functionName, detail: about.event })
    const lost = plan === 'lost' || trouble?.kind === 'lose'
    const copies = trouble?.kind === 'duplicate' ? trouble.times : plan === 'five' ? 5 : 1
    const notice: Notice = {
      id: `n${++made}`,
      ...about,
      event: trouble?.kind === 'wrong-amount' ? wrong(about.event, trouble.byFen) : about.event,
      functionName,
      envId,
      createdAtMs: nowMs,
      state: lost ? 'lost' : 'waiting',
      tries: 0,
      attempts: [],
    }
    notices.set(notice.id, notice)
    if (trouble?.kind === 'reorder') held.add(notice)
    if (!lost) schedule(notice, nowMs + delayOf(plan, trouble))
    if (copies > 1) context.clock.at(nowMs, () => deliverCopies(notice, copies - 1))
    save(notice)
    if (lost)
      context.events.add({
        from: 'wechat',
        to: `function:${functionName}`,
        kind: 'notice',
        name: `${kind} notice lost`,
        orderNo: outTradeNo,
        ok: false,
      })
    return notice
  }

  /** The first copy beside the scheduled delivery, then one after the other: both races that a receiver can lose. */
  const deliverCopies = async (notice: Notice, copies: number) => {
    for (let n = 0; n < copies; n++) await deliver(notice)
  }

  /** A notice that was held back goes out once another has overtaken it. */
  const release = (overtaker: Notice) => {
    for (const notice of held) {
      if (notice === overtaker) continue
      held.delete(notice)
      if (notice.state === 'waiting') schedule(notice, context.clock.now())
    }
  }

  const service: NoticeService = {
    name: 'notices',
    about:
      'payment and refund notices to the function named in the request, repeated on WeChat’s schedule until {errcode: 0}',
    notices,
    paid: (trade, plan = 'normal') =>
      send(
        {
          kind: 'payment',
          mchid: trade.mchid,
          outTradeNo: trade.outTradeNo,
          event: payNotice(trade, { nonceStr: context.service<PayService>('pay').nonce() }),
        },
        trade.notifyTo,
        plan,
      ),
    refunded: (trade, refund) =>
      send(
        {
          kind: 'refund',
          mchid: trade.mchid,
          outTradeNo: trade.outTradeNo,
          outRefundNo: refund.outRefundNo,
          event: refundNotice(trade, refund, { nonceStr: context.service<PayService>('pay').nonce() }),
        },
        refund.notifyTo,
        'normal',
      ),
    pushed: ({ functionName, outTradeNo, mchid, event }, plan = 'normal') =>
      send({ kind: 'push', mchid, outTradeNo, event }, `${functionName}@${context.options.envId}`, plan),
    onAcknowledged: (listener) => {
      listeners.add(listener)
    },
    resend: deliver,
    alter: (notice, event) => {
      notice.event = { ...notice.event, ...event }
      save(notice)
    },
    drop: (notice) => {
      notice.state = 'dropped'
      cancel(notice)
      save(notice)
    },
    start: () => {
      for (const record of journal.replay()) notices.set((record as Notice).id, record as Notice)
      journal.rewrite(notices.values())
      made = notices.size
      for (const notice of notices.values())
        if (notice.state === 'waiting') schedule(notice, notice.nextAtMs ?? context.clock.now())
    },
    reset: () => {
      for (const stop of timers.values()) stop()
      timers.clear()
      held.clear()
      notices.clear()
      made = 0
      journal.rewrite([])
    },
    dispose: () => {
      for (const stop of timers.values()) stop()
    },
  }
  return Object.assign(service, { routes: noticeRoutes(service) })
}

const delayOf = (plan: NoticePlan, trouble: SpecialFault | undefined) => {
  if (trouble?.kind === 'late') return trouble.ms
  return plan === 'late' || trouble?.kind === 'reorder' ? lateMs : 0
}

const wrong = (event: Notice['event'], byFen: number): Notice['event'] =>
  Object.fromEntries(
    Object.entries(event).map(([name, value]) =>
      typeof value === 'number' && /^(totalFee|cashFee|refundFee|settlementRefundFee)$/.test(name)
        ? [name, value + byFen]
        : [name, value],
    ),
  )

const attemptDelivery = async (context: EmulatorContext, notice: Notice): Promise<NoticeAttempt> => {
  const atMs = context.clock.now()
  const { functionName, event } = notice
  const manners = mannersOf(notice.kind)
  if (notice.envId !== context.options.envId)
    return {
      atMs,
      acknowledged: false,
      answer: `envId ${notice.envId} is not this environment (${context.options.envId})`,
    }
  const fault = context.faults.decide({ party: 'notices', action: notice.kind, functionName, detail: event })
  const broken = fault !== undefined && fault.kind !== 'delay'
  if (broken && !fault.after) return { atMs, acknowledged: false, answer: 'fault: the notice was lost on its way' }
  const result = await context.invoke({ functionName, event, source: manners.source })
  const acknowledged = !broken && result.ok && manners.acknowledged(result.result)
  const answer = result.ok ? result.result : result.error
  // The invocation tells what was sent and answered; this tells what WeChat made of it.
  context.events.add({
    from: 'wechat',
    to: 'wechat',
    kind: 'change',
    name: `${notice.kind} notice ${acknowledged ? 'acknowledged' : 'not acknowledged'}`,
    parentRequestId: result.requestId,
    orderNo: notice.outTradeNo,
    ok: acknowledged,
    detail: { notice: notice.id, delivery: notice.attempts.length + 1, answer },
  })
  return { atMs, requestId: result.requestId, acknowledged, answer }
}
