import { compactBeijingTime } from './beijing-time.ts'

/** 28 digits, 4200 first, the day inside: what WeChat's transaction ids look like. Distinct for distinct serials. */
export const transactionId = (nowMs: number, serial: number): string =>
  `420000${4000 + (serial % 1000)}${compactBeijingTime(nowMs).slice(0, 8)}${digits(serial)}`

/** 29 digits, 503 first. */
export const refundId = (nowMs: number, serial: number): string =>
  `503020${7000 + (serial % 1000)}${compactBeijingTime(nowMs).slice(0, 8)}9${digits(serial)}`

/** `wx`, the second, and 20 characters that nobody should read anything into. */
export const prepayId = (nowMs: number, serial: number): string =>
  `wx${compactBeijingTime(nowMs)}${scatter(serial).toString(16).padStart(8, '0')}${digits(serial)}00`

/** Ten digits that do not count up; a bijection of 32-bit serials, so two serials never meet. */
const digits = (serial: number) => String(scatter(serial)).padStart(10, '0')

const scatter = (serial: number) => Math.imul(serial ^ 0x5bd1e995, 0x9e3779b1) >>> 0
