import { shop } from './shop/entry.ts'
import { tip } from './tip/entry.ts'
import type { VerticalEntry } from './vertical-entry.ts'

/** The registry: one line per vertical. Remove the line and the folder of the same name, and the vertical is gone. */
export const verticals: readonly VerticalEntry[] = [shop, tip]
