/** A switchable break of our own code: one text in one file becomes another while the lab is bundled. No file changes. */
export interface Patch {
  /** Below `packages`, such as `core/src/order/decide.ts`. */
  readonly file: string
  /** Has to be there exactly once: when the code moves on, the patch says so instead of breaking nothing. */
  readonly find: string
  readonly replace: string
}

export const applyPatches = (path: string, source: string, patches: readonly Patch[]): string => {
  let patched = source
  for (const { file, find, replace } of patches) {
    if (!path.endsWith(`packages/${file}`)) continue
    const parts = patched.split(find)
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, not once:\n${find}`)
    patched = parts.join(replace)
  }
  return patched
}
