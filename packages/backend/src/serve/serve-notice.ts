import type { Deps } from '../deps.ts'
import type { NoticeAnswer } from '../ports/payment-notice.ts'
import { handleNotice } from '../use-cases/notice/handle-notice.ts'
import type { NoticeOutcome } from '../use-cases/notice/notice-outcome.ts'
import type { Host } from './serve.ts'

/** What WeChat wants to hear: anything but errcode 0 and it repeats the notice for up to two days. */
export interface NoticeReply {
  readonly errcode: number
  readonly errmsg: string
}

const replies: Readonly<Record<NoticeOutcome, NoticeReply>> = {
  acknowledged: { errcode: 0, errmsg: 'ok' },
  repeat: { errcode: 1, errmsg: 'later' },
  // The same for whatever a client sends: it learns nothing, not even whether an order exists.
  refused: { errcode: 2, errmsg: 'refused' },
}

/** A cloud function's `main` for what WeChat calls. `read` decides who sent it and what it claims. */
export const serveNotice =
  (deps: Deps, read: (event: unknown) => NoticeAnswer, host: Pick<Host, 'requestId' | 'clock' | 'log' | 'budgetMs'>) =>
  async (event: unknown, context?: unknown): Promise<NoticeReply> => {
    const startMs = host.clock.nowMs()
    const answer = read(event)
    const facts =
      answer.kind === 'notice'
        ? { about: answer.notice.kind, outTradeNo: answer.notice.outTradeNo }
        : { about: answer.kind }
    const outcome = await outcomeOf()
    host.log.write({
      level: outcome === 'refused' ? 'warn' : 'info',
      event: 'notice',
      requestId: host.requestId(context),
      ...facts,
      ms: host.clock.nowMs() - startMs,
      outcome,
    })
    return replies[outcome]

    async function outcomeOf(): Promise<NoticeOutcome> {
      try {
        return await handleNotice(deps, answer, startMs + host.budgetMs)
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        host.log.write({ level: 'error', event: 'trouble', requestId: host.requestId(context), ...facts, error: text })
        // Not committed, so not acknowledged: WeChat repeats it, and housekeeping asks in any case.
        return 'repeat'
      }
    }
  }
