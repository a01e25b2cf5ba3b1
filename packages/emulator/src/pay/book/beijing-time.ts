const hour = 3_600_000
const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** WeChat Pay writes every time of day in UTC+8 without saying so. */
export const compactBeijingTime = (ms: number): string => {
  const second = Math.floor(ms / 1000)
  if (second === lastSecond) return lastText
  const d = new Date(ms + 8 * hour)
  lastSecond = second
  lastText =
    pad(d.getUTCFullYear(), 4) +
    pad(d.getUTCMonth() + 1) +
    pad(d.getUTCDate()) +
    pad(d.getUTCHours()) +
    pad(d.getUTCMinutes()) +
    pad(d.getUTCSeconds())
  return lastText
}

// A simulated life asks for the same second many times over; formatting was a third of its cost.
let lastSecond = Number.NaN
let lastText = ''

/** `2022-03-21 13:53:29`, as refund notices and bills have it. */
export const readableBeijingTime = (ms: number): string => {
  const t = compactBeijingTime(ms)
  return `${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6, 8)} ${t.slice(8, 10)}:${t.slice(10, 12)}:${t.slice(12)}`
}

/** The moment that `yyyyMMddHHmmss` names in UTC+8, or undefined for a day or an hour that does not exist. */
export const parseBeijingTime = (text: string): number | undefined => {
  if (!/^\d{14}$/.test(text)) return undefined
  const part = (from: number, to: number) => Number(text.slice(from, to))
  const ms = Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(8, 10), part(10, 12), part(12, 14)) - 8 * hour
  return compactBeijingTime(ms) === text ? ms : undefined
}
