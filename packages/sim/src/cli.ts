import { parseArgs } from 'node:util'
import { help, type Options, optionSpec } from './options.ts'

const { values } = parseArgs({ options: optionSpec, allowPositionals: false })
const options: Options = values

/** One engine per option; without any, the random one. */
const run = async (): Promise<number> => {
  if (options.help === true) {
    console.log(help)
    return 0
  }
  if (options.life !== undefined) return (await import('./commands/replay.ts')).replay(options)
  if (options.mutants === true) return (await import('./commands/mutants.ts')).mutants(options)
  if (options.exam === true) return (await import('./commands/exam.ts')).exam(options)
  if (options.guards === true) return (await import('./commands/guards.ts')).guardsOff(options)
  if (options.hostile === true) return (await import('./commands/hostile.ts')).hostile(options)
  if (options.exhaustive === true) return (await import('./commands/exhaustive.ts')).exhaustive(options)
  return (await import('./commands/lives.ts')).lives(options)
}

process.exitCode = await run()
