const keys = ['outTradeNo', 'out_trade_no', 'orderNo', 'order_no']

/** The first order number in a value, looking a few levels down; undefined where there is none. */
export const findOrderNo = (value: unknown, depth = 4): string | undefined => {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  const object = value as Record<string, unknown>
  for (const key of keys) {
    const found = object[key]
    if (typeof found === 'string' && found !== '') return found
  }
  for (const child of Object.values(object).slice(0, 30)) {
    const found = findOrderNo(child, depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}
