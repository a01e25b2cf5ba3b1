import path from 'node:path'
import { launchChromium } from '@pay/chromium'
import { type ChromiumPhone, chromiumPhone, type Look } from './chromium-phone.ts'
import { startEmulator } from './emulator.ts'
import { functionsWithTimer } from './functions-with-timer.ts'
import { shrinkPictures } from './shrink-pictures.ts'
import { type WeChat, weChat } from './we-chat.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

/** A whole system on this machine: the built functions and the built pages on the emulator, and the phones of its users. */
export interface World {
  readonly address: string
  readonly weChat: WeChat
  phone(user: string, look?: Look): Promise<ChromiumPhone>
  /** What every phone shows now, in files of this name. */
  keepPictures(name: string): Promise<void>
  /** Smaller copies of pictures, as addresses that hold their data. */
  shrink(pictures: readonly Buffer[], width: number): Promise<readonly string[]>
  /** Everything as it was at the start: data, clock, phones. */
  reset(): Promise<void>
  end(): Promise<void>
}

export interface WorldOptions {
  /** The cron of the timer, for stories that last days; each minute as deployed, unless given. */
  readonly timer?: string
}

export const startWorld = async ({ timer }: WorldOptions = {}): Promise<World> => {
  const copy = timer === undefined ? undefined : await functionsWithTimer(path.join(root, 'cloudfunctions/dist'), timer)
  const emulator = await startEmulator(root, copy?.folder)
  const browser = await launchChromium()
  let phones: ChromiumPhone[] = []
  const closePhones = async () => {
    const open = phones
    phones = []
    await Promise.all(open.map((phone) => phone.close()))
  }
  return {
    address: emulator.address,
    weChat: weChat(emulator.address),
    async phone(user, look) {
      const phone = await chromiumPhone(browser, emulator.address, user, look)
      phones.push(phone)
      return phone
    },
    keepPictures: async (name) => {
      const file = (phone: ChromiumPhone) => `failed ${name.replace(/\W+/g, '-')} ${phone.user}`
      await Promise.all(phones.map((phone) => phone.picture(file(phone)).catch(() => undefined)))
    },
    shrink: (pictures, width) => shrinkPictures(browser, pictures, width),
    async reset() {
      await closePhones()
      await fetch(`${emulator.address}/__emulator/reset`, { method: 'POST' })
    },
    async end() {
      await closePhones().finally(() => browser.close())
      await emulator.end()
      await copy?.remove()
    },
  }
}
