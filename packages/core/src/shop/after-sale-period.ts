/** WeChat's rules for mini-programs that trade: 7 days are 168 hours, counted from the midnight after the goods arrived. */
export const afterSaleForMs = 168 * 3_600_000

/** Goods to be returned have to be on their way within 7 days, or the claim lapses. */
export const sendBackWithinMs = 7 * 24 * 3_600_000

/** Up to when money back can be asked for, once the goods have arrived. */
export const afterSaleUntilMs = (receivedAtMs: number): number => nextMidnightInChina(receivedAtMs) + afterSaleForMs

const dayMs = 24 * 3_600_000
/** China has one time zone and no summer time. */
const chinaIsAheadMs = 8 * 3_600_000

const nextMidnightInChina = (atMs: number): number =>
  (Math.floor((atMs + chinaIsAheadMs) / dayMs) + 1) * dayMs - chinaIsAheadMs
