/** Replaces `{{path}}` in the texts of a value; a text that is nothing else becomes what the path holds, number or object. */
export const fillIn = (value: unknown, known: Readonly<Record<string, unknown>>): unknown => {
  if (typeof value === 'string') {
    const whole = /^\{\{([^{}]+)\}\}$/.exec(value)
    if (whole !== null) return at(known, whole[1] ?? '')
    return value.replace(/\{\{([^{}]+)\}\}/g, (_, path: string) => String(at(known, path)))
  }
  if (Array.isArray(value)) return value.map((one) => fillIn(one, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillIn(inner, known)]))
}

/** What a path such as `data.lines.0.price` holds; undefined where it leads nowhere. */
export const at = (value: unknown, path: string): unknown =>
  path
    .trim()
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
          ? (inner as Readonly<Record<string, unknown>>)[key]
          : undefined,
      value,
    )
