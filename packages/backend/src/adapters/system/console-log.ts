import type { Log } from '../../ports/log.ts'

/** One JSON object per line: the cloud's log search and every log collector can read it. */
export const consoleLog: Log = {
  write(line) {
    const text = JSON.stringify(line)
    if (line.level === 'error') console.error(text)
    else if (line.level === 'warn') console.warn(text)
    else console.info(text)
  },
}
