import type { Baseline } from '../tutorials/baseline.ts'
import { type Climate, climates } from '../tutorials/live-tutorial.ts'
import { escaped, whole } from './html.ts'

const said: Readonly<Record<Climate, string>> = {
  fair: 'nothing fails',
  network: 'a bad network, lost and repeated notices, double taps',
  crashes: 'servers that crash',
  attackers: 'attackers in three of ten lives',
}

/** The five tutorials and ours, side by side, in the same lives. */
export const baselineChart = ({ rows, lives }: Baseline): string => `<section><h2>Lives with money wrong, per 1,000</h2>
<p>${whole(lives)} lives of each system in each climate, from the same seed.</p>
<div class="wide"><table class="chart"><thead><tr><th scope="col">system</th>${climates
  .map((climate) => `<th scope="col">${climate}<small>${said[climate]}</small></th>`)
  .join('')}<th scope="col">promises broken</th></tr></thead><tbody>${rows
  .map(
    ({ system, per1000, promises }) =>
      `<tr><th scope="row">${escaped(system)}</th>${climates.map((climate) => bar(per1000[climate])).join('')}<td class="words">${
        Object.entries(promises)
          .sort(([, a], [, b]) => b - a)
          .map(([promise, times]) => `${escaped(promise)} ${whole(times)}`)
          .join(', ') || 'none'
      }</td></tr>`,
  )
  .join('')}</tbody></table></div></section>`

const bar = (per1000: number): string =>
  `<td class="${per1000 === 0 ? 'zero' : ''}"><span class="bar" style="width:${per1000 / 10}%"></span><b>${whole(per1000)}</b></td>`
