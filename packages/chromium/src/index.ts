export { findChromium, findOrInstallChromium } from './find-or-install-chromium.ts'
export { launchChromium } from './launch-chromium.ts'
