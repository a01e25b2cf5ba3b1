import type { Goods, Sku } from '@pay/core'

/** One value per spec, in the order of `goods.specs`; undefined: not chosen yet. */
export type Choice = readonly (string | undefined)[]

/** The choice a person starts with: the first SKU that can be had. */
export const firstChoice = ({ specs, skus }: Goods): Choice =>
  (skus.find(({ available }) => available !== 0) ?? { values: specs.map(() => undefined) }).values

/** The one SKU that a complete choice names. */
export const chosenSku = ({ specs, skus }: Goods, choice: Choice): Sku | undefined =>
  specs.length === 0 ? skus[0] : skus.find(({ values }) => values.every((value, at) => value === choice[at]))

/** Whether this value leads to any SKU that can be had. */
export const isOpen = ({ skus }: Goods, at: number, value: string): boolean =>
  skus.some((sku) => sku.available !== 0 && sku.values[at] === value)

/** Takes this value; the others stay as they are where such a SKU can be had, else they follow the first that can. */
export const choose = ({ skus }: Goods, choice: Choice, at: number, value: string): Choice => {
  const wanted = choice.map((chosen, index) => (index === at ? value : chosen))
  const open = skus.filter((sku) => sku.available !== 0 && sku.values[at] === value)
  const fits = open.some(({ values }) => values.every((has, index) => has === wanted[index]))
  return fits ? wanted : (open[0]?.values ?? wanted)
}

/** How many pieces of it one order may hold; 0: none. */
export const mostPieces = (goods: Goods, sku: Sku): number =>
  Math.max(0, Math.min(sku.available ?? most, goods.limitPerOrder ?? most, most))

const most = 99
