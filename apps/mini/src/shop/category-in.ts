/** The category that a page's address names. A phone leaves it as it stands there, encoded; what cannot be read names none. */
export const categoryIn = (param: string | undefined): string | undefined => {
  try {
    return decodeURIComponent(param ?? '').trim() || undefined
  } catch {
    return undefined
  }
}
