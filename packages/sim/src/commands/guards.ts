import { guards } from '../guards/guards.ts'
import { liveLong } from '../lab/live-long.ts'
import { numberOf, type Options } from '../options.ts'
import { count, progressLine } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/**
 * Each guard of the notice removed in turn, under a WeChat that keeps its contract: is money lost? One buyer, one timer and
 * now and then an attacker, unless a scene is named.
 */
export const guardsOff = async (options: Options): Promise<number> => {
  const [seed, lives] = [numberOf(options.seed, 1), numberOf(options.lives, 20_000)]
  const { scene = 'payAttacked' } = options
  const threads = options.threads === undefined ? undefined : numberOf(options.threads, 1)
  const chosen = guards.filter(({ id }) => options.only === undefined || options.only.split(',').includes(id))
  const stop = stopSignal()
  const results = []
  for (const { id, what, removal } of chosen) {
    const { next, tally } = await liveLong({
      seed,
      lives,
      threads,
      scene,
      faithful: true,
      patches: removal,
      file: options.resume === undefined ? undefined : `${options.resume}.${id}`,
      progress: progressLine(lives),
      stop,
    })
    const { violations, moneyLost, failures, cpuMs } = tally
    const cpuSeconds = Math.round(cpuMs / 100) / 10
    results.push({ id, what, lives: tally.lives, violations, moneyLost, cpuSeconds, failures })
    if (options.json !== true)
      console.log(
        `without ${id} (${what}): ${count(tally.lives)} lives, money lost in ${count(moneyLost)}, ${count(violations)} noticed, ${cpuSeconds} s of CPU`,
      )
    if (next < lives) break
  }
  const lost = results.reduce((sum, { moneyLost }) => sum + moneyLost, 0)
  const complete = results.length === chosen.length && results.every((one) => one.lives === lives)
  if (options.json === true) console.log(JSON.stringify({ seed, scene, lost, complete, guards: results }))
  else if (!complete) console.log('Stopped. With --resume the same command goes on from there.')
  return lost === 0 ? 0 : 1
}
