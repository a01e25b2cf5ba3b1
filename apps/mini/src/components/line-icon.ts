/** A small drawing in white lines on a field of 24 × 24, as an address for a background. `lines`: the `d` of one path. */
export const lineIcon = (lines: string): string => {
  const shape = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${lines}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(shape)}`
}
