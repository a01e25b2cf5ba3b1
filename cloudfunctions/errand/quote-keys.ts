import { isLocal, listOf } from '../config.ts'

/**
 * `QUOTE_KEYS` of the functions errand, order, owner and housekeeping: signs the prices that `errand` quotes; 32 random
 * characters or more, known to nobody. Several with commas between: the first one signs, all are recognised.
 */
export const readQuoteKeys = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  listOf(env.QUOTE_KEYS ?? (isLocal(env) ? localKey : ''))

/** On this machine nobody's money hangs on it. */
const localKey = 'a-key-for-this-machine-and-no-other'
