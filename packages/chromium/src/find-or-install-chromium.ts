import { existsSync } from 'node:fs'
import { execa } from 'execa'
import { chromium } from 'playwright-core'

/** Where a Chromium may be, best first. `CHROMIUM_PATH` wins. */
const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium for the browser tests: one that is there, else installed now (Debian's package as root,
 * Playwright's elsewhere), and it says so. Throws one line that says what to do where it can do neither.
 */
export const findOrInstallChromium = async (): Promise<string> => {
  const found = findChromium()
  if (found !== undefined) return found
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? installFromDebian() : installFromPlaywright()
}

export const findChromium = (): string | undefined => {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted !== undefined && wanted !== '') {
    if (!existsSync(wanted))
      throw new Error(`CHROMIUM_PATH names ${wanted}, which is not there. Point it at a Chromium or unset it.`)
    return wanted
  }
  return [...known, chromium.executablePath()].find((path) => path !== '' && existsSync(path))
}

const whatToDo =
  'Install Chromium (Debian: apt-get install chromium) or point CHROMIUM_PATH at one, then run the command again.'

const installFromDebian = async (): Promise<string> => {
  console.log('No Chromium here: installing the packages chromium and fonts-noto-cjk with apt-get …')
  try {
    await execa('apt-get', ['update', '-qq'])
    await execa('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch (cause) {
    throw new Error(`No Chromium, and apt-get could not install it. ${whatToDo}`, { cause })
  }
  return mustBeThere()
}

const installFromPlaywright = async (): Promise<string> => {
  console.log('No Chromium here: downloading Playwright’s …')
  try {
    await execa('npx', ['playwright-core', 'install', 'chromium'], { preferLocal: true, stdio: 'inherit' })
  } catch (cause) {
    throw new Error(`No Chromium, and Playwright’s could not be downloaded. ${whatToDo}`, { cause })
  }
  return mustBeThere()
}

const mustBeThere = (): string => {
  const path = findChromium()
  if (path === undefined) throw new Error(`Chromium was installed but is not where it should be. ${whatToDo}`)
  return path
}
