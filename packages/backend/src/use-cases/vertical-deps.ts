import type { ErrandDeps } from './errand/errand-ports.ts'
import type { ShopDeps } from './shop/shop-deps.ts'
import type { TipDeps } from './tip/tip-ports.ts'

/** What each vertical asks of the world beyond what all of them share: one line per vertical. */
interface DepsOf {
  shop: ShopDeps
  errand: ErrandDeps
  tip: TipDeps
}

/** All of it. */
export type VerticalDeps = AllOf<DepsOf[keyof DepsOf]>

/** A union's members at once. */
type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never
