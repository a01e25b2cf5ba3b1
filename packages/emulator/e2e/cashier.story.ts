import { launchChromium } from '@pay/chromium'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../src/pay/testing.ts'
import { openPage, picture } from './open-page.ts'

let browser: Browser
let till: Till
beforeAll(async () => {
  browser = await launchChromium()
  till = await openTill()
})
afterAll(async () => {
  await browser?.close()
  await till?.emulator.dispose()
})
beforeEach(() => till.emulator.reset())

const open = async () => {
  await till.post('/__emulator/pay/merchants/1900009231', { name: '清和茶铺' })
  const { payment } = await till.order('A00001', { totalFee: 12_880, body: '龙井茶' })
  const opened = await till.post('/client/pay/request', payment, 'anna')
  const { page, troubles } = await openPage(browser, String(opened.cashierUrl))
  return { page, troubles, told: async () => (await till.get(`/client/pay/request/${opened.requestId}`)).errMsg }
}

test('shows who is paid and how much, and takes a wrong and then the right password from the keyboard', async () => {
  const { page, troubles, told } = await open()
  await page.getByText('清和茶铺').waitFor()
  expect(await page.getByTestId('amount').textContent()).toBe('¥128.80')
  await picture(page, 'emulator-cashier')
  await page.keyboard.type('111111')
  expect(await page.getByRole('alert').textContent()).toBe('支付密码错误，请重试')
  await page.keyboard.type('123456')
  // It closes by itself in a moment.
  await page.getByText('支付成功').waitFor()
  await page.getByText('收银台已关闭').waitFor()
  expect(await told()).toBe('requestPayment:ok')
  expect(troubles).toEqual([])
})

test('a notice that is lost, a payment that never comes back', async () => {
  const { page, told } = await open()
  await page.locator('[data-notice="lost"]').click()
  await page.locator('[data-action="pay-never-return"]').click()
  await page.getByText('小程序不会收到任何结果').waitFor()
  expect(await told()).toBeUndefined()
  expect(till.notices()[0]?.state).toBe('lost')
})

test('everything is reached and done without a mouse', async () => {
  const { page, told } = await open()
  await page.getByRole('button', { name: '取消支付' }).focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('确认支付')
  await page.getByLabel('丢失').focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByLabel('晚 1 分钟').isChecked()).toBe(true)
  await page.getByRole('button', { name: '取消支付' }).press('Enter')
  await page.getByText('收银台已关闭').waitFor()
  expect(await told()).toBe('requestPayment:fail cancel')
})

test('in a page of its own maker, the script shows it as an overlay and resolves as wx does', async () => {
  const { payment } = await till.order('A00002')
  const { page } = await openPage(browser, `${till.address}/__emulator/users`)
  await page.addScriptTag({ url: `${till.address}/client/pay.js` })
  const outcome = page.evaluate(
    (params) =>
      (
        window as never as { taropayCashier: { requestPayment: (params: object, who: object) => Promise<unknown> } }
      ).taropayCashier
        .requestPayment(params, { user: 'anna' })
        .catch((error: unknown) => error),
    payment,
  )
  await page.frameLocator('[data-testid="cashier"]').locator('[data-action="pay"]').click()
  expect(await outcome).toEqual({ errMsg: 'requestPayment:ok' })
  expect(await page.locator('[data-testid="cashier"]').count()).toBe(0)
})
