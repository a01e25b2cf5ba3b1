import type { Goods, Sku } from '@pay/core'

/** One value per spec, in the order of `goods.specs`; undefined: not chosen yet. */
export type Choice = readonly (string | undefined)[]

/** The choice a person starts with: the first SKU that can be had. */
export const firstChoice = ({ specs, skus }: Goods): Choice =>
  (skus.find(({ available }) => available !== 0) ?? { values: specs.map(() => undefined) }).values

/** The one SKU that a complete choice names. */
export const chosenSku = ({ specs, skus }: Goods, choice: Choice): Sku | undefined =>
  specs.length === 0 ? skus[0] : skus.find(({ values }) => values.every((value, at) => value === choice[at]))

/** Whether this value can still lead to a SKU in stock, with all the other specs as chosen. */
export const isOpen = ({ skus }: Goods, choice: Choice, at: number, value: string): boolean =>
  skus.some(
    (sku) =>
      sku.available !== 0 &&
      sku.values.every((has, index) =>
        index === at ? has === value : choice[index] === undefined || choice[index] === has,
      ),
  )

/** Tapping a chosen value gives it up again. */
export const choose = (choice: Choice, at: number, value: string): Choice =>
  choice.map((chosen, index) => (index !== at ? chosen : chosen === value ? undefined : value))

/** How many pieces of it one order may hold; 0: none. */
export const mostPieces = (goods: Goods, sku: Sku): number =>
  Math.max(0, Math.min(sku.available ?? most, goods.limitPerOrder ?? most, most))

const most = 99
