import { straightLineM } from '@pay/core'
import type { Distance } from '../../../ports/errand/distance.ts'

/** Needs no map service and no key; the tariff's bands are made for it. */
export const straightLineDistance: Distance = {
  betweenM: async (from, to) => straightLineM(from, to),
}
