import { guards } from '../guards/guards.ts'
import { bundleLab } from '../lab/bundle-lab.ts'
import { runOnAllCores } from '../lab/run-on-all-cores.ts'
import { numberOf, type Options } from '../options.ts'
import { count } from './progress.ts'

/** What only a person or the books notice, and no money is lost by. */
const notMoney = new Set(['nothingStuck', 'sameBooks', 'ledger', 'noFalseAlarms'])

/** Each guard of the notice removed in turn, under a WeChat that keeps its contract: is money lost? */
export const guardsOff = async (options: Options): Promise<number> => {
  const [seed, lives] = [numberOf(options.seed, 1), numberOf(options.lives, 20_000)]
  const results = []
  for (const { id, what, removal } of guards) {
    const lab = await bundleLab(removal)
    const { tally } = await runOnAllCores(lab, { seed, lives, faithful: true, scene: 'shop' })
    const money = tally.failures.filter(({ violations }) => violations.some(({ checker }) => !notMoney.has(checker)))
    results.push({
      id,
      what,
      lives: tally.lives,
      violations: tally.violations,
      moneyLost: money.length,
      first: money[0],
    })
    if (options.json !== true)
      console.log(
        `without ${id} (${what}): ${count(tally.lives)} lives, money lost in ${money.length}, ${tally.violations} noticed`,
      )
  }
  const lost = results.reduce((sum, { moneyLost }) => sum + moneyLost, 0)
  if (options.json === true) console.log(JSON.stringify({ seed, lost, guards: results }))
  return lost === 0 ? 0 : 1
}
