import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core'
import { seriousFaults } from './accessibility.ts'
import type { Cashier, Phone } from './phone.ts'

const pictures = path.resolve(import.meta.dirname, '../../../../.artifacts/e2e')

/** How a phone shows its pages. */
export interface Look {
  readonly width?: number
  readonly dark?: boolean
  /** The reader's font size; 1.4 is WeChat's care mode. */
  readonly scale?: number
  readonly locale?: string
}

/** What only a browser can tell of its pages. */
export interface ChromiumPhone extends Phone {
  /** The whole page from top to bottom, once it stands still. */
  fullPicture(): Promise<Buffer>
  /** What keeps somebody from using this page. */
  seriousFaults(): Promise<readonly string[]>
}

/** A phone of a common size, drawn by Chromium: the h5 build of the mini-program. */
export const chromiumPhone = async (
  browser: Browser,
  address: string,
  user: string,
  { width = 375, dark = false, scale = 1, locale = 'zh-CN' }: Look = {},
): Promise<ChromiumPhone> => {
  const context = await browser.newContext({
    viewport: { width, height: screenHeight },
    locale,
    hasTouch: true,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
  })
  if (scale !== 1) await context.addInitScript(growWords, scale)
  context.setDefaultTimeout(30_000)
  // Its owner has agreed to the privacy guide before, but where a story is about that question.
  await context.addInitScript(() => localStorage.setItem('pay.privacy', 'agreed'))
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  let visits = 0

  return {
    user,
    async open(route = '') {
      // A hash alone does not load the page anew.
      await page.goto(`${address}/?as=${encodeURIComponent(user)}&visit=${++visits}#${route}`)
    },
    sees: (text) => shown(page, text).waitFor(),
    seesNo: (text) => shown(page, text).waitFor({ state: 'hidden' }),
    tap: async (text, card) => (await tappable(page, text, card)).click(),
    doubleTap: async (text) => (await tappable(page, text)).dblclick({ delay: 0 }),
    type: (label, text, card) => field(page, label, card).fill(text),
    async search(label, text) {
      await field(page, label).fill(text)
      await field(page, label).press('Enter')
    },
    async toEnd() {
      await page.mouse.move(width / 2, screenHeight / 2)
      // As a thumb does: in one leap the page never leaves its end, and Taro tells of reaching it once.
      for (let still = 0, before = 0; still < 5; ) {
        await page.mouse.wheel(0, screenHeight)
        const now = await page.evaluate(scrolledTo)
        still = now === before ? still + 1 : 0
        before = now
      }
    },
    nodes: () => page.evaluate(nodesOfShownPage),
    async reads(label) {
      const beside = page.getByText(label, { exact: true }).filter({ visible: true }).first()
      return (await beside.locator('xpath=following-sibling::*[1]').textContent()) ?? ''
    },
    route: async () => new URL(page.url()).hash.slice(1),
    async leaveAndReturn() {
      await setVisible(page, false)
      await setVisible(page, true)
    },
    async network(state) {
      await context.unroute(serverDoors)
      if (state === 'none') await context.route(serverDoors, (route) => route.abort('internetdisconnected'))
      if (state === 'slow') await context.route(serverDoors, (route) => setTimeout(() => void route.continue(), slowMs))
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true })
      await page.waitForTimeout(slideMs)
      await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' })
    },
    async seriousFaults() {
      // While a page slides in it lies over the one before.
      await page.waitForTimeout(slideMs)
      return seriousFaults(page)
    },
    async fullPicture() {
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(slideMs)
      const height = await page.evaluate(heightOfAll)
      if (height > screenHeight) await page.setViewportSize({ width, height })
      return page.screenshot({ animations: 'disabled' })
    },
    cashier: chromiumCashier(context),
    async close() {
      await context.close()
      if (troubles.length > 0) throw new Error(`the pages of ${user} threw: ${troubles.join('; ')}`)
    },
  }
}

/** As `screen` does on weapp, where the size is told by WeChat. */
const growWords = (scale: number) => {
  const style = document.createElement('style')
  style.textContent = `:root { --scale: ${scale} !important }`
  document.addEventListener('DOMContentLoaded', () => document.head.append(style))
}

const screenHeight = 720

/** As high as the screen must be to show the whole page: pages scroll inside their own box. What lies over a page does not. */
const heightOfAll = (): number => {
  if ([...document.querySelectorAll('[role="dialog"]')].some((one) => one.getBoundingClientRect().height > 0)) return 0
  const hidden = [...document.querySelectorAll('*')]
    .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY) && one.clientHeight > 300)
    .map((one) => one.scrollHeight - one.clientHeight)
  return window.innerHeight + Math.max(document.documentElement.scrollHeight - window.innerHeight, 0, ...hidden)
}

/** How far the shown page is scrolled, once what was asked for has been drawn. */
const scrolledTo = (): Promise<number> =>
  new Promise((resolve) => {
    const shown = [...document.querySelectorAll('.taro_page')].filter((one) => one.getBoundingClientRect().height > 0)
    const tell = () => resolve(shown.at(-1)?.scrollTop ?? 0)
    requestAnimationFrame(() => requestAnimationFrame(tell))
  })

/** Taro keeps the pages below the current one in the document. */
const nodesOfShownPage = (): number => {
  const pages = [...document.querySelectorAll('.taro_page')].filter((one) => one.getBoundingClientRect().height > 0)
  return (pages.at(-1) ?? document.body).querySelectorAll('*').length
}

/** Pages slide in: a picture of the middle of it shows nothing. */
const slideMs = 600

/** What the pages ask of the server; the pages themselves are on the phone already. */
const serverDoors = '**/client/**'
const slowMs = 1_500

/** Only what can be seen: Taro keeps the pages below the current one in the document. */
const shown = (page: Page, text: string | RegExp): Locator => page.getByText(text).filter({ visible: true }).first()

/** The card of this title is the title's parent; without one, the whole page. */
const within = (page: Page, card?: string): Page | Locator =>
  card === undefined ? page : shown(page, new RegExp(`^${card}$`)).locator('xpath=..')

/** The field of this label or hint. */
const field = (page: Page, label: string, card?: string): Locator => {
  const scope = within(page, card)
  const fields = scope.getByLabel(label).or(scope.getByPlaceholder(label)).and(page.locator('input, textarea'))
  return fields.filter({ visible: true }).first()
}

/**
 * What a finger would reach, buttons before texts: what a sheet covers is not it. A button that takes no tap yet is waited
 * for, and so is one that is still sliding in: its words in the title above it are not what is meant.
 */
const tappable = async (page: Page, text: string | RegExp, card?: string): Promise<Locator> => {
  const scope = within(page, card)
  const seen = (locator: Locator) => locator.filter({ visible: true })
  const buttons = seen(scope.getByRole('button', { name: text }))
  const labelled = scope.getByLabel(text).and(page.locator(':not([role="dialog"])'))
  const others = seen(scope.getByText(text)).or(seen(labelled))
  await buttons.or(others).first().waitFor()
  const buttonsUntil = Date.now() + slideMs + 1_200
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) {
    const found = await buttons.all()
    const texts = found.length > 0 && Date.now() < buttonsUntil ? [] : await others.all()
    for (const one of [...found, ...texts]) {
      const under = await underFinger(one)
      if (under === 'takes') return one
      if (under === 'waits') break
    }
  }
  throw new Error(`${text} is covered by something else, or takes no tap`)
}

/** What a finger finds there: something that takes the tap, a button that does not yet, or something else that covers it. */
const underFinger = (locator: Locator): Promise<'takes' | 'waits' | 'covered'> =>
  locator
    .evaluate((element) => {
      // At the edge of the screen a bar may lie over it: then it is scrolled on.
      const onTop = (['nearest', 'center'] as const).some((block) => {
        element.scrollIntoView({ block })
        const { left, top, width, height } = element.getBoundingClientRect()
        const found = document.elementFromPoint(left + width / 2, top + height / 2)
        return found !== null && (element.contains(found) || found.parentElement === element.parentElement)
      })
      if (!onTop) return 'covered'
      return element.closest('[aria-disabled="true"]') === null ? 'takes' : 'waits'
    }, undefined)
    .catch(() => 'covered')

/** What the page notices when its user switches to another app: there is no such switch in a headless browser. */
const setVisible = (page: Page, visible: boolean) =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now ? 'visible' : 'hidden', configurable: true })
    Object.defineProperty(document, 'hidden', { value: !now, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visible)

/** The cashier is a page of the emulator: in a frame of the app or in a window of its own. */
const chromiumCashier = (context: BrowserContext): Cashier => {
  const frame = async (): Promise<Frame> => {
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      for (const one of context.pages().flatMap((page) => page.frames()))
        if (
          await one
            .locator('[data-action="pay"]')
            .isVisible()
            .catch(() => false)
        )
          return one
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the cashier did not open')
  }
  /** Resolves when WeChat has heard of it, whatever the pages make of it then, to what the cashier shows next. */
  const choose = async (action: string): Promise<{ readonly step?: string }> => {
    const button = (await frame()).locator(`[data-action="${action}"]`)
    const heard = context.waitForEvent('response', (one) => new URL(one.url()).pathname.endsWith('/cashier/act'))
    const [answer] = await Promise.all([heard, button.click()])
    return answer.json().catch(() => ({}))
  }
  const pay = async () => {
    const open = await frame()
    const { step } = await choose('pay')
    // Its page of success closes by itself as well, a moment later.
    if (step === 'success')
      await open
        .locator('[data-action="done"]')
        .click()
        .catch(() => undefined)
  }
  return {
    async shows(amount) {
      const open = await frame()
      if (amount !== undefined) await open.getByText(amount).first().waitFor()
    },
    notice: async (kind) => (await frame()).locator(`[data-notice="${kind}"]`).click(),
    pay,
    cancel: () => choose('cancel').then(() => undefined),
    payAndNeverReturn: () => choose('pay-never-return').then(() => undefined),
    payButReportFail: () => choose('pay-report-fail').then(() => undefined),
    async wrongPasswordThenPay() {
      await choose('wrong-password')
      await (await frame()).getByText('支付密码错误').waitFor()
      await pay()
    },
    async leave() {
      const closes = () =>
        context.pages().flatMap((page) => page.frames().map((one) => one.locator('[data-action="cancel"]')))
      // Paid meanwhile, it is gone before the finger is there.
      for (const close of closes())
        while (await close.isVisible().catch(() => false)) await close.click({ timeout: 1_000 }).catch(() => undefined)
    },
  }
}
