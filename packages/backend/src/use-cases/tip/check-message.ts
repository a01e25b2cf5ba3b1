import type { OpenId } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { TextVerdict } from '../../ports/text-check.ts'
import type { EffectRunner } from '../order/effect-runner.ts'
import { tipOf } from './tip-order.ts'

/** Name and message as one text: WeChat judges what others will read together. */
export const checkWords = async (
  deps: Pick<Deps, 'textCheck'>,
  words: { readonly giverName: string; readonly message: string },
  writer: OpenId,
): Promise<TextVerdict> => {
  const text = [words.giverName, words.message].filter((part) => part.trim() !== '').join('：')
  return text === '' ? 'passed' : await deps.textCheck.check(text, writer)
}

/** After so many failures a person reads it: WeChat does not judge what somebody wrote who left hours ago. */
const triesBeforeReview = 5

/** Asks WeChat again about a message that it could not be asked about when the tip was placed. */
export const checkMessage: EffectRunner<'tip.checkMessage'> = async (deps, order, _effect, entry) => {
  const verdict = await checkWords(deps, tipOf(order), order.buyer)
  if (verdict !== 'unknown') return { kind: 'done', events: [{ kind: 'tip.messageChecked', verdict }] }
  if (entry.tries + 1 < triesBeforeReview) return { kind: 'later', reason: 'WeChat did not judge the message' }
  return { kind: 'done', events: [{ kind: 'tip.messageChecked', verdict: 'review' }] }
}
