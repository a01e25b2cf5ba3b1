import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Every choice of a life comes from one of these: the same seed and life make the same choices for ever. */
export interface Random {
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
}

export const randomOf = (seed: number, life: number): Random => {
  // Lives of one seed never share a stream: both steps are bijections of 32 bits.
  const generator = xoroshiro128plus(scramble((scramble(seed) + life) | 0))
  const unit = () => (generator.next() >>> 0) / 0x1_0000_0000
  return {
    below: (count) => Math.floor(unit() * count),
    chance: (probability) => probability > 0 && unit() < probability,
    pick: (choices) => choices[Math.floor(unit() * choices.length)] as (typeof choices)[number],
  }
}

const scramble = (value: number): number => {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
