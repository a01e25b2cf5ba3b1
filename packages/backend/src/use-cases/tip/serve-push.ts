import type { Deps } from '../../deps.ts'
import type { Push } from '../../ports/push.ts'
import type { Host } from '../../serve/serve.ts'
import type { NoticeOutcome } from '../notice/notice-outcome.ts'
import { handlePush } from './handle-push.ts'

/** What WeChat wants to hear: anything but 0 and it pushes again, after 2, 4, 8 … seconds, fifteen times at most. */
export interface PushReply {
  readonly ErrCode: number
  readonly ErrMsg: string
  readonly IosRefundQueryResponse?: {
    readonly result_code: 0 | 1
    readonly result_info: string
    readonly evidence: string
  }
}

const replies: Readonly<Record<NoticeOutcome, PushReply>> = {
  acknowledged: { ErrCode: 0, ErrMsg: 'success' },
  repeat: { ErrCode: 1, ErrMsg: 'later' },
  // The same for whatever a client sends: it learns nothing.
  refused: { ErrCode: 2, ErrMsg: 'refused' },
}

/** Apple wants an opinion within 3 seconds, with grounds. A gift that is regretted is given back. */
const appleMay: PushReply = {
  ErrCode: 0,
  ErrMsg: 'success',
  IosRefundQueryResponse: {
    result_code: 0,
    result_info: '建议退款',
    evidence: '赞赏出于用户自愿，没有需要收回的权益，用户申请即同意退款',
  },
}

/** A cloud function's `main` for what WeChat pushes about virtual payment. `read` decides who sent it and what it claims. */
export const servePush =
  (deps: Deps, read: (event: unknown) => Push, host: Pick<Host, 'requestId' | 'clock' | 'log' | 'budgetMs'>) =>
  async (event: unknown, context?: unknown): Promise<PushReply> => {
    const startMs = host.clock.nowMs()
    const requestId = host.requestId(context)
    const push = read(event)
    const facts = { about: push.kind, ...('outTradeNo' in push ? { outTradeNo: push.outTradeNo } : {}) }
    const outcome = await outcomeOf()
    const level = outcome === 'refused' ? 'warn' : 'info'
    host.log.write({ level, event: 'push', requestId, ...facts, ms: host.clock.nowMs() - startMs, outcome })
    return push.kind === 'appleAsks' ? appleMay : replies[outcome]

    async function outcomeOf(): Promise<NoticeOutcome> {
      try {
        return await handlePush(deps, push, startMs + host.budgetMs)
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        host.log.write({ level: 'error', event: 'trouble', requestId, ...facts, error: text })
        return 'repeat'
      }
    }
  }
