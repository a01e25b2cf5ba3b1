import type { Failure } from '../engine/run-lives.ts'
import { escaped, whole } from './html.ts'

/** What broke, with the command that tells each life's story; or what it means that nothing did. */
export const failuresOf = (lives: number, seed: number, violations: number, failures: readonly Failure[]): string =>
  violations === 0
    ? `<p class="good">No promise was broken. With ${whole(lives)} lives drawn alike, the rate is below ${rate(lives)} with 95 % confidence.</p>`
    : `<section class="bad"><h2>What broke</h2><p>${whole(violations)} of ${whole(lives)} lives; the first ${whole(failures.length)}:</p>${failures
        .map(
          ({ life, violations }) =>
            `<article><h3>Life ${whole(life)}</h3><code>pnpm sim --seed ${seed} --life ${life}</code><ul>${violations
              .map(({ checker, what }) => `<li><b>${escaped(checker)}</b> ${escaped(what)}</li>`)
              .join('')}</ul></article>`,
        )
        .join('')}</section>`

/** The rule of three. */
const rate = (lives: number): string => `1 in ${whole(lives / 3)}`
