import type { Vertical } from '../vertical.ts'
import { type Detail, type DetailView, type VerticalEffect, type VerticalEvent, verticals } from '../verticals.ts'
import type { Order } from './order.ts'

/** The rules of the order's vertical. The registry pairs each detail with its own vertical; TypeScript cannot follow that through a look-up. */
export const verticalOf = (order: Order): Vertical<Detail, VerticalEvent, VerticalEffect, DetailView> =>
  verticals[order.detail.vertical] as unknown as Vertical<Detail, VerticalEvent, VerticalEffect, DetailView>
