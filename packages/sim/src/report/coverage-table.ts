import { type CoverageRow, seenStates } from '../engine/coverage.ts'
import { fateSaid, fates } from '../engine/fate.ts'
import { escaped, whole } from './html.ts'

/**
 * What struck where: every call of every process, by the state of the order that the process had seen last. Each cell is
 * five marks, one for each fate, the darker the more often; a hollow one was never drawn.
 */
export const coverageTable = (rows: readonly CoverageRow[]): string => {
  const most = Math.log(1 + Math.max(1, ...rows.flatMap(({ counts }) => counts)))
  const canFail = rows.filter(({ process, call }) => struck(rows, process, call))
  const reached = cellsOf(canFail)
  const all = canFail.length * fates.length
  return `<section><h2>What struck where</h2>
<p>Every call of every process, by the state of the order that the process had seen last: ${whole(rows.length)} calls in a state. Of the ${whole(canFail.length)} that can fail, ${whole(reached)} of ${whole(all)} met each fate (${Math.floor((100 * reached) / Math.max(1, all))} %).</p>
<p class="legend">${fates.map((fate, at) => `<span>${mark(at, 1, fateSaid[fate] || 'it is done')}${fateSaid[fate] || 'it is done'}</span>`).join('')}<span><i class="mark never"></i>never</span></p>
${[...byProcess(rows)].map(([process, calls]) => processTable(process, calls, most)).join('')}</section>`
}

type Calls = Map<string, CoverageRow[]>

const byProcess = (rows: readonly CoverageRow[]): Map<string, Calls> => {
  const processes = new Map<string, Calls>()
  for (const row of rows) {
    const calls = processes.get(row.process) ?? new Map()
    processes.set(row.process, calls.set(row.call, [...(calls.get(row.call) ?? []), row]))
  }
  return new Map(
    [...processes].sort(([, a], [, b]) => cellsOf([...b.values()].flat()) - cellsOf([...a.values()].flat())),
  )
}

/** Whether this call ever failed, in any state: a tap on the own screen cannot. */
const struck = (rows: readonly CoverageRow[], process: string, call: string): boolean =>
  rows.some((row) => row.process === process && row.call === call && row.counts.slice(1).some((count) => count > 0))

const cellsOf = (rows: readonly CoverageRow[]): number =>
  rows.reduce((sum, { counts }) => sum + counts.filter((count) => count > 0).length, 0)

const awaitsOf = (calls: Calls): number =>
  [...calls.values()].flat().reduce((sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0), 0)

const processTable = (process: string, calls: Calls, most: number): string =>
  `<details open><summary><b>${escaped(process)}</b> ${whole(calls.size)} calls, ${whole(awaitsOf(calls))} awaits</summary>
<div class="wide"><table class="heat"><thead><tr><th scope="col">call</th>${seenStates.map((state) => `<th scope="col">${state}</th>`).join('')}</tr></thead><tbody>${[
    ...calls,
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([call, rows]) =>
        `<tr><th scope="row">${escaped(call)}</th>${seenStates
          .map((state) => cell(rows.find((row) => row.state === state)?.counts, most))
          .join('')}</tr>`,
    )
    .join('')}</tbody></table></div></details>`

const cell = (counts: readonly number[] | undefined, most: number): string =>
  counts === undefined
    ? '<td></td>'
    : `<td>${counts.map((count, at) => mark(at, Math.log(1 + count) / most, `${fateSaid[fates[at] as (typeof fates)[number]] || 'it is done'}: ${whole(count)}`)).join('')}</td>`

const mark = (fate: number, heat: number, title: string): string =>
  heat === 0
    ? `<i class="mark never" title="${escaped(title)}"></i>`
    : `<i class="mark f${fate}" style="opacity:${(0.25 + 0.75 * heat).toFixed(2)}" title="${escaped(title)}"></i>`
