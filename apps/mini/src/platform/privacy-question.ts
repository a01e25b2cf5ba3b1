type Answer = (agreed: boolean) => void

/** One question at a time, put to the person by a sheet; whoever asks meanwhile gets the same answer. */
export const privacyQuestion = () => {
  let waiting: readonly Answer[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    ask: (): Promise<boolean> =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        tell()
      }),
    answer: (agreed: boolean): void => {
      const asked = waiting
      waiting = []
      tell()
      for (const give of asked) give(agreed)
    },
    open: (): boolean => waiting.length > 0,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
