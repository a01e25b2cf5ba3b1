import { assault } from '../hostile/attack.ts'
import { fuzz } from '../hostile/fuzz.ts'
import { numberOf, type Options } from '../options.ts'
import { count } from './progress.ts'

/** Hostile inputs on every function, then a fuzzer over every contract. */
export const hostile = async (options: Options): Promise<number> => {
  const seed = numberOf(options.seed, 1)
  const corpus = await assault()
  const fuzzed = await fuzz(seed, numberOf(options.lives, 20_000))
  if (options.json === true) console.log(JSON.stringify({ seed, corpus, fuzz: fuzzed }))
  else {
    console.log(`${corpus.inputs} hostile inputs in ${count(corpus.calls)} calls: ${corpus.wrongs.length} wrong`)
    console.log(`${count(fuzzed.calls)} fuzzed events: ${fuzzed.wrongs.length} wrong`)
    for (const wrong of [...corpus.wrongs, ...fuzzed.wrongs].slice(0, 20)) console.log(`  ${wrong}`)
  }
  return corpus.wrongs.length + fuzzed.wrongs.length === 0 ? 0 : 1
}
