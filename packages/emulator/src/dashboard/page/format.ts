/** Beijing time of day, as everything in WeChat Pay has it. */
export const timeOfDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 23)

export const dateTime = (ms: number): string =>
  new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export const yuan = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '−' : ''}¥${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const duration = (ms: number): string =>
  ms < 1 ? '<1 ms' : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
