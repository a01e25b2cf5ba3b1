import type { Point } from '@pay/core'

/** How far it is, in metres: a straight line by default, a map service's road where a deployment has one. */
export interface Distance {
  betweenM(from: Point, to: Point): Promise<number>
}
