import { describe, expect, test } from 'vitest'
import { type Figures, reportPage } from './report-page.ts'

const figures: Figures = {
  lives: 3_000,
  seed: 7,
  faults: 24_000,
  fewestFaultsInALife: 4,
  awaits: 150_000,
  violations: 0,
  livesPerSecondAndCore: 700,
  seconds: 4,
  cpuSeconds: 4.3,
  failures: [],
  coverage: {
    cells: 2,
    rows: [{ process: 'pay-notice', call: 'orders.replace', state: 'unpaid', counts: [12, 0, 0, 3, 0] }],
  },
  baseline: {
    lives: 500,
    rows: [
      { system: 'T2', per1000: { fair: 0, network: 120, crashes: 340, attackers: 200 }, promises: { oneCharge: 9 } },
      { system: 'taropay', per1000: { fair: 0, network: 0, crashes: 0, attackers: 0 }, promises: {} },
    ],
  },
}

describe('the report', () => {
  test('shows what was lived, what struck where, and the tutorials beside it, with nothing to fetch', () => {
    const page = reportPage(figures)
    expect(page).toContain('3,000 lives, every promise kept')
    expect(page).toContain('below 1 in 1,000')
    expect(page).toContain('it acts, and the answer is lost: 3')
    expect(page).toContain('2 of 5 met each fate (40 %)')
    expect(page).toMatch(/T2.*120.*340.*200.*oneCharge 9/s)
    expect(page).not.toMatch(/<(script|link|img)|https?:|url\(/)
  })

  test('names every failure, the command that tells its story, and lets no text break the page', () => {
    const failures = [{ life: 475, violations: [{ checker: 'oneCharge', what: '<b>"paid"</b> & twice' }] }]
    const page = reportPage({ ...figures, violations: 1, failures, baseline: undefined })
    expect(page).toContain('1 broke a promise')
    expect(page).toContain('pnpm sim --seed 7 --life 475')
    expect(page).toContain('&lt;b&gt;&quot;paid&quot;&lt;/b&gt; &amp; twice')
    expect(page).not.toContain('per 1,000</h2>')
  })
})
