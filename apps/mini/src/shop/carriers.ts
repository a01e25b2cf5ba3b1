import { s } from './text/entry.ts'

type CarrierCode = keyof typeof s.carriers

/** Carriers to choose from; WeChat knows more, and their codes can be typed. */
export const carrierCodes = Object.keys(s.carriers) as CarrierCode[]

/** A carrier's name; a code that has no name here is shown as it is. */
export const carrierName = (code: string): string => s.carriers[code as CarrierCode] ?? code
