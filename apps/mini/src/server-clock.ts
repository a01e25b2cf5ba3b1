let aheadMs = 0

/** Every answer that tells the server's time sets the clock: a phone's own may be minutes off. */
export const noteServerTime = (nowMs: number): void => {
  aheadMs = nowMs - Date.now()
}

export const serverNow = (): number => Date.now() + aheadMs
