import { writeFileSync } from 'node:fs'
import { coverageRows } from '../engine/coverage.ts'
import { storyOf } from '../engine/story.ts'
import { liveLong } from '../lab/live-long.ts'
import { numberOf, type Options } from '../options.ts'
import { reportPage } from '../report/report-page.ts'
import { type Baseline, baseline } from '../tutorials/baseline.ts'
import { count, progressLine } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** Lives of each system in each climate. */
const baselineLives = 500

/** The random engine over many lives, and the story of the first that breaks a promise. */
export const lives = async (options: Options): Promise<number> => {
  const [seed, wanted] = [numberOf(options.seed, 1), numberOf(options.lives, 20_000)]
  const threads = options.threads === undefined ? undefined : numberOf(options.threads, 1)
  const { scene, faithful, resume: file } = options
  const progress = progressLine(wanted)
  const { next, tally, coverage, elapsedMs } = await liveLong({
    seed,
    lives: wanted,
    threads,
    scene,
    faithful,
    file,
    progress,
    stop: stopSignal(),
  })

  const seconds = elapsedMs / 1_000
  const rows = coverageRows(coverage)
  const stopped = next < wanted
  const beside = options['no-baseline'] === true || stopped ? undefined : await baseline(seed, baselineLives)
  const figures = {
    lives: tally.lives,
    complete: !stopped,
    seed,
    faults: tally.faults,
    fewestFaultsInALife: tally.fewestFaults,
    awaits: tally.awaits,
    violations: tally.violations,
    livesPerSecond: Math.round(tally.lives / seconds),
    livesPerSecondAndCore: Math.round(tally.lives / (tally.cpuMs / 1_000)),
    seconds: Math.round(seconds * 10) / 10,
    cpuSeconds: Math.round(tally.cpuMs / 100) / 10,
    failures: tally.failures,
    coverage: { cells: rows.reduce((sum, row) => sum + row.counts.filter((n) => n > 0).length, 0), rows },
    baseline: beside,
  }
  if (options.json === true) console.log(JSON.stringify(figures))
  else say(figures)
  if (stopped && options.json !== true)
    console.log(
      `Stopped before life ${count(next)}.${file === undefined ? '' : ' The same command goes on from there.'}`,
    )

  if (options.html !== undefined) {
    writeFileSync(options.html, reportPage(figures))
    if (options.json !== true) console.log(`The report: ${options.html}`)
  }

  const [first] = tally.failures
  if (first !== undefined && options.json !== true) {
    console.log(`\nThe story of life ${first.life} (pnpm sim --seed ${seed} --life ${first.life}):\n`)
    await storyOf(seed, first.life, scene, console.log)
  }
  return tally.violations === 0 ? 0 : 1
}

const say = (figures: {
  readonly lives: number
  readonly faults: number
  readonly awaits: number
  readonly violations: number
  readonly livesPerSecondAndCore: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly seed: number
  readonly coverage: { readonly cells: number }
  readonly baseline: Baseline | undefined
}): void => {
  const { lives, faults, awaits, violations, coverage } = figures
  console.log(`${count(lives)} lives of seed ${figures.seed}: ${count(violations)} broke a promise`)
  console.log(`${count(faults)} faults (${(faults / lives).toFixed(1)} a life) at ${count(awaits)} awaits`)
  console.log(`${count(coverage.cells)} cells of state × call × fate were reached`)
  console.log(
    `${figures.seconds} s, ${figures.cpuSeconds} s of CPU: ${count(figures.livesPerSecondAndCore)} lives a second and core`,
  )
  if (figures.baseline === undefined) return
  console.log(`\nLives with money wrong, per 1,000 (${figures.baseline.lives} lives each):`)
  for (const { system, per1000 } of figures.baseline.rows)
    console.log(
      `  ${system.padEnd(16)}${Object.entries(per1000)
        .map(([climate, bad]) => `${climate} ${String(bad).padStart(4)}`)
        .join('   ')}`,
    )
}
