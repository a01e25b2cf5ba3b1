import { errand } from './errand/errand.ts'
import { errandExtra } from './errand/extra/errand-extra.ts'
import { shop } from './shop/shop.ts'
import { tip } from './tip/tip.ts'
import type { Vertical } from './vertical.ts'

/** The registry: one line per vertical. Remove the line and the folder of the same name, and the vertical is gone. */
export const verticals = {
  shop,
  errand,
  errandExtra,
  tip,
} as const

type Registry = typeof verticals
export type VerticalName = keyof Registry

type PartOf<V, Part extends 'detail' | 'event' | 'effect' | 'view'> =
  V extends Vertical<infer D, infer E, infer F, infer W> ? { detail: D; event: E; effect: F; view: W }[Part] : never

/** The union over all registered verticals. */
export type Detail = { [N in VerticalName]: PartOf<Registry[N], 'detail'> }[VerticalName]
export type VerticalEvent = { [N in VerticalName]: PartOf<Registry[N], 'event'> }[VerticalName]
export type VerticalEffect = { [N in VerticalName]: PartOf<Registry[N], 'effect'> }[VerticalName]
export type DetailView = { [N in VerticalName]: PartOf<Registry[N], 'view'> }[VerticalName]
