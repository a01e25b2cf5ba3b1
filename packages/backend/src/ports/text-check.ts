import type { OpenId } from '@pay/core'

/** WeChat's opinion on what a person wrote, asked before others may read it. */
export interface TextCheck {
  /** The writer must have used the mini-program within two hours, otherwise WeChat does not answer: `unknown`. */
  check(text: string, writer: OpenId): Promise<TextVerdict>
}

export type TextVerdict = 'passed' | 'review' | 'hidden' | 'unknown'
