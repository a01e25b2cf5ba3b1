const offsetMs = 8 * 3_600_000
const dayMs = 24 * 3_600_000

/** `yyyyMMddHHmmss` in UTC+8, which is how WeChat writes a moment without saying so. Functions run in UTC. */
export const beijingTime = (ms: number): string => {
  const iso = new Date(ms + offsetMs).toISOString()
  return dayIn(iso) + iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19)
}

/** `yyyyMMdd` in UTC+8: the day of a bill. */
export const beijingDay = (ms: number): string => dayIn(new Date(ms + offsetMs).toISOString())

/** The first moment of a day in Beijing. */
export const dayStartMs = (day: string): number => parseBeijingTime(`${day}000000`) ?? Number.NaN

/** `undefined` for a text that names no moment. */
export const parseBeijingTime = (text: string): number | undefined => {
  const digits = text.replace(/[-: T]/g, '').slice(0, 14)
  if (!/^\d{14}$/.test(digits)) return undefined
  const part = (from: number, to: number) => Number(digits.slice(from, to))
  const ms = Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(8, 10), part(10, 12), part(12, 14)) - offsetMs
  return beijingTime(ms) === digits ? ms : undefined
}

export const nextDay = (day: string): string => beijingDay(dayStartMs(day) + dayMs)

const dayIn = (iso: string): string => iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10)
