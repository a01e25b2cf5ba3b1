import { err, ok, type Result } from '../result.ts'
import { type Fen, fen } from './fen.ts'

/** The largest price that text may name: 9,999,999.99 yuan. */
export const mostYuanFen = fen(9_999_999_99)

export interface NotAnAmount {
  readonly code: 'NOT_AN_AMOUNT'
  readonly why: /** Anything but ASCII digits with at most one point between them: `1e3`, `１９`, ` 1`, `.5`, `5.`, `007`, empty. */
    | 'form'
    /** `-1`: money has no sign here, its direction is in the words. */
    | 'negative'
    /** `1.005`: there is nothing smaller than a fen, and rounding somebody's price is not ours to do. */
    | 'tooPrecise'
    /** Over 9,999,999.99. */
    | 'tooLarge'
}

/**
 * Yuan as a person writes them, to fen, exactly: digits are moved, nothing is multiplied (0.29 × 100 is
 * 28.999999999999996). `19.9` is 1990 and `0.07` is 7; what could be read in two ways is refused.
 */
export const parseYuan = (text: string): Result<Fen, NotAnAmount> => {
  const match = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(text)
  if (match === null) return no('form')
  const [, sign, yuan, decimals = ''] = match as unknown as [string, string, string, string | undefined]
  if (sign === '-') return no('negative')
  if (decimals.length > 2) return no('tooPrecise')
  if (yuan.length > 7) return no('tooLarge')
  return ok(fen(Number(yuan + decimals.padEnd(2, '0'))))
}

const no = (why: NotAnAmount['why']) => err({ code: 'NOT_AN_AMOUNT', why })
