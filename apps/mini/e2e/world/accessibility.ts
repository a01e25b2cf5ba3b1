import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const script = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe holds against this page that keeps somebody from using it, in light and in dark: one line per rule and element. */
export const seriousFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(await script)
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const { id, impact, nodes } of await page.evaluate(run))
      if (impact === 'serious' || impact === 'critical')
        faults.push(...nodes.map(({ html, summary }) => `${colorScheme}: ${id}: ${html}: ${summary}`))
  }
  return faults
}

const run = async () => {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })
  return violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    nodes: nodes.map(({ html, failureSummary }) => ({
      html: html.slice(0, 200),
      summary: (failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 240),
    })),
  }))
}
