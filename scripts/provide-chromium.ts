import { findOrInstallChromium } from './chromium.ts'

/** Once before all stories: packages must not reach into this folder, so they read CHROMIUM_PATH. */
export const setup = async (): Promise<void> => {
  process.env.CHROMIUM_PATH = await findOrInstallChromium()
}
