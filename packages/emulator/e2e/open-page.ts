import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

const pictures = join(import.meta.dirname, '../../../.artifacts/e2e')

/** A page whose errors fail the test that looks at `troubles`. */
export const openPage = async (browser: Browser, url: string): Promise<{ page: Page; troubles: string[] }> => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN' })
  page.setDefaultTimeout(15_000)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(url)
  return { page, troubles }
}

export const picture = async (page: Page, name: string) => {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
