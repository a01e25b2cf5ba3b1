import type { Goods, Sku } from './goods.ts'

/** The value chosen of each spec, in the order of `specs`; `undefined`: not chosen yet. */
export type Chosen = readonly (string | undefined)[]

/** The SKU that these choices name; `undefined` while a spec is open, or when there is no such SKU. */
export const chosenSku = (goods: Goods, chosen: Chosen): Sku | undefined =>
  goods.skus.find((sku) => sku.values.every((value, at) => chosen[at] === value))

/**
 * For each spec its values, and whether each still leads to a SKU that can be bought, the other choices kept as they
 * are. A value that is chosen already is looked at as if it were not: it can always be changed.
 */
export const skuChoices = (goods: Goods, chosen: Chosen): readonly (readonly SkuChoice[])[] =>
  goods.specs.map(({ values }, at) =>
    values.map((value) => ({
      value,
      chosen: chosen[at] === value,
      possible: goods.skus.some(
        (sku) =>
          sku.available !== 0 &&
          sku.values[at] === value &&
          sku.values.every((other, place) => place === at || chosen[place] === undefined || chosen[place] === other),
      ),
    })),
  )

export interface SkuChoice {
  readonly value: string
  readonly chosen: boolean
  readonly possible: boolean
}

/** What is wrong with an article's matrix, in words for its owner; empty: it can be sold. */
export const skuFaults = (goods: Goods): readonly string[] => {
  const faults: string[] = []
  if (goods.skus.length === 0) faults.push('There is no SKU.')
  for (const { name, values } of goods.specs)
    if (values.length === 0 || new Set(values).size !== values.length)
      faults.push(`${name}: takes one value or more, each once.`)
  const seen = new Set<string>()
  const ids = new Set<string>()
  for (const { skuId, values } of goods.skus) {
    const fits =
      values.length === goods.specs.length && goods.specs.every((spec, at) => spec.values.includes(values[at] ?? ''))
    if (!fits) faults.push(`${skuId}: its values are not one of each spec.`)
    const key = JSON.stringify(values)
    if (seen.has(key)) faults.push(`${skuId}: there is a SKU with the same values.`)
    if (ids.has(skuId)) faults.push(`${skuId}: the id stands twice.`)
    seen.add(key)
    ids.add(skuId)
  }
  return faults
}
