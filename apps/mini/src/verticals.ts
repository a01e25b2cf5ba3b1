import { errand } from './errand/entry.ts'
import { shop } from './shop/entry.ts'
import { tip } from './tip/entry.ts'
import type { VerticalEntry } from './vertical-entry.ts'

/** The registry: one line per vertical. Remove its lines and the folder of the same name, and the vertical is gone. */
export const verticals: readonly VerticalEntry[] = [
  shop, // 商城
  errand, // 跑腿
  tip, // 赞赏
]
