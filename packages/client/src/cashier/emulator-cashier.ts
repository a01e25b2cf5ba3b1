import type { Post } from '../transport/post.ts'
import { type CashierWord, type OpenCashier, wordOf } from './cashier.ts'

/** Shows the cashier's page over ours until it reports, or until the person closes it (`gone`). */
export type ShowPage = (cashierUrl: string, requestId: string) => Promise<{ readonly errMsg: string } | 'gone'>

/** The emulator's cashier: a page that stands for WeChat's, asked for over the same door as the functions. */
export const emulatorCashier =
  (post: Post, show: ShowPage): OpenCashier =>
  async (payment): Promise<CashierWord> => {
    try {
      const answer = (await post(doors[payment.rail], payment)) as Partial<Asked> | null
      if (typeof answer?.cashierUrl !== 'string' || typeof answer.requestId !== 'string') return wordOf(answer?.errMsg)
      const end = await show(answer.cashierUrl, answer.requestId)
      return end === 'gone' ? 'gone' : wordOf(end.errMsg)
    } catch {
      return 'fail'
    }
  }

const doors = { cloudPay: '/client/pay/request', virtualPayment: '/client/pay/virtual' } as const

interface Asked {
  readonly cashierUrl: string
  readonly requestId: string
  readonly errMsg: string
}
