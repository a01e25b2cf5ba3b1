import { type Browser, chromium } from 'playwright-core'
import { findOrInstallChromium } from './find-or-install-chromium.ts'

/** As root and in containers there is no sandbox; the rest keeps the browser from calling home. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium with a profile of its own, installed first where there is none. */
export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findOrInstallChromium(), args: flags })
