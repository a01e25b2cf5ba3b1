import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

export interface FirstLoad {
  /** JavaScript loaded for the first page, gzipped, in bytes. */
  readonly scriptBytes: number
  /** From the request to the first text or picture on the screen, in ms. */
  readonly firstContentMs: number
}

/** A middling phone on a slow mobile network: what Lighthouse takes for one. */
const phone = { cpuSlowdown: 4, latencyMs: 150, bytesPerSecond: (1_600 * 1_000) / 8 }

/** Opens the address for the first time: nothing is cached. */
export const firstLoad = async (browser: Browser, address: string): Promise<FirstLoad> => {
  const context = await browser.newContext({ viewport: { width: 375, height: 720 }, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    const scripts: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body())
    })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.cpuSlowdown })
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: phone.latencyMs,
      downloadThroughput: phone.bytesPerSecond,
      uploadThroughput: phone.bytesPerSecond,
    })
    await page.goto(address, { timeout: 120_000 })
    const firstContentMs = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      undefined,
      { timeout: 120_000 },
    )
    await page.waitForLoadState('networkidle')
    const bodies = await Promise.all(scripts)
    return {
      scriptBytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0),
      firstContentMs: (await firstContentMs.jsonValue()) ?? Number.NaN,
    }
  } finally {
    await context.close()
  }
}
