import type { Sofar } from '../lab/checkpoint.ts'

const lineEveryMs = 60_000

/** One line that is written over, on a terminal; elsewhere one a minute, so that a log stays readable. */
export const progressLine = (lives: number) => {
  let saidMs = Date.now()
  return ({ tally, elapsedMs }: Sofar): void => {
    const terminal = process.stderr.isTTY === true
    if (!terminal && Date.now() - saidMs < lineEveryMs) return
    saidMs = Date.now()
    const perSecond = tally.lives / (elapsedMs / 1_000)
    const line = `${Math.floor((100 * tally.lives) / lives)} %  ${count(tally.lives)} lives  ${count(tally.faults)} faults  ${count(perSecond)}/s  ${count(tally.violations)} broken`
    process.stderr.write(terminal ? `\r${line}   ${tally.lives >= lives ? '\n' : ''}` : `${line}\n`)
  }
}

export const count = (number: number): string => Math.round(number).toLocaleString('en-US')
