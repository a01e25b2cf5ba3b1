/** Time that passes only when a test says so. */
export const fakeTime = () => {
  let nowMs = 0
  let waiting: { readonly atMs: number; readonly run: () => void }[] = []
  return {
    now: () => nowMs,
    waiting: () => waiting.length,
    later: (ms: number, run: () => void) => {
      const entry = { atMs: nowMs + ms, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    /** Runs what comes due, in order, and lets promises settle in between. */
    pass: async (ms: number) => {
      const untilMs = nowMs + ms
      await settle()
      for (;;) {
        const due = waiting.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0]
        if (due === undefined) break
        waiting = waiting.filter((entry) => entry !== due)
        nowMs = due.atMs
        due.run()
        await settle()
      }
      nowMs = untilMs
    },
  }
}

export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
