import type { SpecialFault } from '../../faults/fault-rule.ts'
import type { EmulatorContext, SdkCall } from '../../service.ts'
import type { Refusal } from '../book/types.ts'
import type { PayService } from '../pay-service.ts'

/** What a cloudPay method is given: WeChat's snake_case fields and who asks. */
export interface MethodCall {
  readonly context: EmulatorContext
  readonly pay: PayService
  readonly fields: Readonly<Record<string, unknown>>
  readonly call: SdkCall
  /** The mini-program that pays: the caller's, or the one that a shared environment names. */
  readonly appid: string
  readonly nowMs: number
  /** What a fault rule makes of this call, where the method itself must play along. */
  readonly special?: SpecialFault
}

/** Refuses, answers fields of WeChat Pay v2, or answers a text of its own (bills). */
export type Method = (call: MethodCall) => Refusal | Answer | Promise<Refusal | Answer>

export type Answer =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: true; readonly raw: Buffer | string }
export type Fields = Readonly<Record<string, unknown>>

export const answer = (fields: Fields): Answer => ({ ok: true, fields })
