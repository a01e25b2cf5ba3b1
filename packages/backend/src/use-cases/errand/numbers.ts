import type { OpenId, PayoutNo, RequestId, RunnerNo } from '@pay/core'
import { numberFor } from '../../order-no.ts'

/** The same person is the same runner; the number tells nothing of the openid. */
export const runnerNoFor = (openid: OpenId): RunnerNo => numberFor('runnerNo', openid) as RunnerNo

/** The same runner's same request is the same payout. */
export const payoutNoFor = (runnerNo: RunnerNo, requestId: RequestId): PayoutNo =>
  numberFor('payoutNo', runnerNo, requestId) as PayoutNo
