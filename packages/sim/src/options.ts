import type { ParseArgsConfig } from 'node:util'

export const optionSpec = {
  lives: { type: 'string' },
  seed: { type: 'string' },
  life: { type: 'string' },
  scene: { type: 'string' },
  threads: { type: 'string' },
  resume: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  mutants: { type: 'boolean' },
  only: { type: 'string' },
  patience: { type: 'string' },
  exhaustive: { type: 'boolean' },
  exam: { type: 'boolean' },
  hostile: { type: 'boolean' },
  guards: { type: 'boolean' },
  faithful: { type: 'boolean' },
  'no-baseline': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<ParseArgsConfig['options']>

export type Options = {
  readonly [K in keyof typeof optionSpec]?: (typeof optionSpec)[K]['type'] extends 'string' ? string : boolean
}

export const help = `pnpm sim [options]     whole lives of orders, under every fault at every await

  --lives N            how many (20,000)
  --seed S             a whole number; the same seed lives the same lives
  --life K             live this one again and tell its story
  --scene NAME         only one kind of life: shop, errand, tip, payOne, payAttacked; or plainPay, plainPayAttacked, whose steps are looked up
  --threads N          one per core, unless said
  --resume FILE        note there how far it came, each minute and when stopped; go on from there
  --faithful           WeChat keeps its contract
  --json               the figures as JSON
  --html FILE          the report as one page
  --no-baseline        without the five tutorials beside it
  --exhaustive         every interleaving of small scenes, complete
  --mutants            break our own code in every known way: is each found?
                       --only ID,ID   --patience SECONDS of CPU for each (60)
  --guards             the guards of the notice, one removed at a time
  --hostile            hostile inputs on every function, then a fuzzer
  --exam               WeChat's acceptance exam on our functions`

/** A whole number of an option, or what it is without. */
export const numberOf = (value: string | undefined, otherwise: number): number => {
  if (value === undefined) return otherwise
  const number = Number(value.replaceAll(/[_,]/g, ''))
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${value} is not a whole number`)
  return number
}
