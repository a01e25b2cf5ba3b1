import { type Err, err, type OpenId, type TextRefusal } from '@pay/core'
import type { Deps } from '../../deps.ts'

/**
 * Why others must not read this text; `undefined`: they may. WeChat is asked before anything is changed or paid, so whoever
 * wrote it writes it anew and loses nothing. A check that does not answer stops nobody.
 *
 * `doubtful`: what WeChat leaves to a person. `refuse` where another word costs nothing; `take` where the owner reads it
 * anyway and a right hangs on it.
 */
export const textTrouble = async (
  { textCheck }: Pick<Deps, 'textCheck'>,
  writer: OpenId,
  { field, text, doubtful }: { readonly field: string; readonly text: string; readonly doubtful: 'refuse' | 'take' },
): Promise<Err<TextRefusal> | undefined> => {
  if (text.trim() === '') return undefined
  const verdict = await textCheck.check(text, writer)
  const refused = verdict === 'hidden' || (verdict === 'review' && doubtful === 'refuse')
  return refused ? err({ code: 'TEXT_REFUSED', field }) : undefined
}
