import type { CoverageRow } from '../engine/coverage.ts'
import { fateSaid, fates } from '../engine/fate.ts'
import type { Failure } from '../engine/run-lives.ts'
import type { Baseline } from '../tutorials/baseline.ts'
import { climates } from '../tutorials/live-tutorial.ts'
import { style } from './style.ts'

export interface Figures {
  readonly lives: number
  readonly seed: number
  readonly faults: number
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
<dl>${[
  ['seed', String(figures.seed)],
  ['faults', `${whole(figures.faults)}, ${(figures.faults / figures.lives).toFixed(1)} a life`],
  ['awaits', whole(figures.awaits)],
  ['time', `${figures.seconds} s, ${figures.cpuSeconds} s of CPU`],
  ['speed', `${whole(figures.livesPerSecondAndCore)} lives a second and core`],
  ['cells reached', whole(figures.coverage.cells)],
]
  .map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
  .join('')}</dl>
${failures(figures)}
${figures.baseline === undefined ? '' : chart(figures.baseline)}
${heatMap(figures.coverage.rows)}
</html>
`

const failures = ({ failures: failed, seed }: Figures): string =>
  failed.length === 0
    ? ''
    : `<h2>What broke</h2><ol>${failed
        .map(
          ({ life, violations }) =>
            `<li><code>pnpm sim --seed ${seed} --life ${life}</code> ${violations.map(({ checker, what }) => `<b>${escaped(checker)}</b> ${escaped(what)}`).join('; ')}</li>`,
        )
        .join('')}</ol>`

const chart = ({ rows, lives }: Baseline): string => `<h2>Lives with money wrong, per 1,000</h2>
<p>${whole(lives)} lives of each system in each climate, same seed: fair; a bad network, lost and repeated notices, double taps; servers that crash; attackers in three of ten lives.</p>
<table class="chart">${rows
  .map(
    ({ system, per1000 }) =>
      `<tr><th scope="row">${escaped(system)}</th>${climates
        .map(
          (climate) =>
            `<td><span class="bar ${climate}" style="width:${per1000[climate] / 10}%"></span> ${climate} ${per1000[climate]}</td>`,
        )
        .join('')}</tr>`,
  )
  .join('')}</table>`

const heatMap = (rows: readonly CoverageRow[]): string => {
  const most = Math.log(1 + Math.max(1, ...rows.flatMap(({ counts }) => counts)))
  return `<h2>What struck where</h2>
<p>How often each fate met each call, by the state of the order that the process had seen last.</p>
<table class="heat"><thead><tr><th>process</th><th>call</th><th>order</th>${fates
    .map((fate) => `<th title="${fateSaid[fate]}">${fate}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map(
      ({ process, call, state, counts }) =>
        `<tr><th>${escaped(process)}</th><td>${escaped(call)}</td><td>${state}</td>${counts
          .map(
            (count) =>
              `<td style="--heat:${(Math.log(1 + count) / most).toFixed(2)}">${count === 0 ? '' : whole(count)}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('')}</tbody></table>`
}

const whole = (number: number): string => Math.round(number).toLocaleString('en-US')

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '')
