import type { CoverageRow } from '../engine/coverage.ts'
import type { Failure } from '../engine/run-lives.ts'
import type { Baseline } from '../tutorials/baseline.ts'
import { baselineChart } from './baseline-chart.ts'
import { coverageTable } from './coverage-table.ts'
import { failuresOf } from './failures.ts'
import { whole } from './html.ts'
import { style } from './style.ts'

export interface Figures {
  readonly lives: number
  readonly seed: number
  readonly faults: number
  readonly fewestFaultsInALife: number
  readonly awaits: number
  readonly violations: number
  readonly livesPerSecondAndCore: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly failures: readonly Failure[]
  readonly coverage: { readonly cells: number; readonly rows: readonly CoverageRow[] }
  readonly baseline: Baseline | undefined
}

/** The whole report as one page without anything to fetch: what was lived, what struck where, and the tutorials beside it. */
export const reportPage = (figures: Figures): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${whole(figures.lives)} lives</title>
<style>${style}</style>
<h1>${whole(figures.lives)} lives, ${figures.violations === 0 ? 'every promise kept' : `${whole(figures.violations)} broke a promise`}</h1>
${failuresOf(figures.lives, figures.seed, figures.violations, figures.failures)}
<dl>${[
  ['seed', String(figures.seed)],
  ['faults', `${whole(figures.faults)}, ${perLife(figures.faults, figures)} a life`],
  ['fewest in a life', whole(figures.fewestFaultsInALife)],
  ['awaits', `${whole(figures.awaits)}, ${perLife(figures.awaits, figures)} a life`],
  ['time', `${whole(figures.seconds)} s, ${whole(figures.cpuSeconds)} s of CPU`],
  ['speed', `${whole(figures.livesPerSecondAndCore)} lives a second of CPU`],
]
  .map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
  .join('')}</dl>
${figures.baseline === undefined ? '' : baselineChart(figures.baseline)}
${coverageTable(figures.coverage.rows)}
</html>
`

const perLife = (number: number, { lives }: Figures): string => (number / Math.max(1, lives)).toFixed(1)
