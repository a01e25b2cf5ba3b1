import { existsSync } from 'node:fs'
import path from 'node:path'
import { type VerticalFolder, verticals } from './remove-vertical.ts'

/** The trades that the repository at `root` still has. What is told or tested per trade is asked of these alone. */
export const presentVerticals = (root: string): readonly VerticalFolder[] =>
  verticals.filter((name) => existsSync(path.join(root, 'packages/core/src', name)))

/** Whether a place, with its path from the root, went with a trade: the lab goes with the first of them. */
export const isTakenOut = (root: string, place: string): boolean => {
  const gone = verticals.filter((name) => !presentVerticals(root).includes(name))
  if (gone.length > 0 && /^packages\/sim(\/|$)/.test(place)) return true
  return gone.some((name) => new RegExp(`(^|/)${name}(-[^/]*)?(/|$)`).test(place))
}
