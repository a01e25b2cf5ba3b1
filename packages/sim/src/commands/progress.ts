import type { Tally } from '../engine/run-lives.ts'

/** One line that is written over, on a terminal; nothing elsewhere, so that a log stays readable. */
export const progressLine = (lives: number, startedMs: number) => (sofar: Tally) => {
  if (!process.stderr.isTTY) return
  const perSecond = Math.round(sofar.lives / ((Date.now() - startedMs) / 1_000))
  const share = Math.floor((100 * sofar.lives) / lives)
  process.stderr.write(
    `\r${share} %  ${count(sofar.lives)} lives  ${count(sofar.faults)} faults  ${count(perSecond)}/s  ${count(sofar.violations)} broken   `,
  )
  if (sofar.lives >= lives) process.stderr.write('\n')
}

export const count = (number: number): string => Math.round(number).toLocaleString('en-US')
