/** China has one time zone and no summer time; the shop's day is Beijing's day wherever the phone is. */
const beijingMs = 8 * 3_600_000

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-11-21 17:30` */
export const moment = (atMs: number): string => {
  const at = new Date(atMs + beijingMs)
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${timeOfDay(atMs)}`
}

/** `2026-11-21` */
export const dayOf = (atMs: number): string => moment(atMs).slice(0, 10)

/** `17:30` */
export const timeOfDay = (atMs: number): string => {
  const at = new Date(atMs + beijingMs)
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}
