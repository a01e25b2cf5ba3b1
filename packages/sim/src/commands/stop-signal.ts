/**
 * Aborted when somebody asks the run to end. For the rest of the process, and not once: a terminal and the tools between
 * it and us may each pass the same signal on.
 */
export const stopSignal = (): AbortSignal => {
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort())
  return stop.signal
}
