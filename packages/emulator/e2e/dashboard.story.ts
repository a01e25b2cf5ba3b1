import { launchChromium } from '@pay/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTill, type Till } from '../src/pay/testing.ts'
import { openPage, picture } from './open-page.ts'

let browser: Browser
let till: Till
let page: Page
let troubles: string[]
beforeAll(async () => {
  browser = await launchChromium()
  till = await openTill()
})
afterAll(async () => {
  await browser?.close()
  await till?.emulator.dispose()
})
beforeEach(async () => {
  await till.emulator.reset()
  ;({ page, troubles } = await openPage(browser, `${till.address}/__emulator/dashboard`))
  return async () => {
    await page.close()
    expect(troubles).toEqual([])
  }
})

const go = (tab: string) => page.getByRole('link', { name: tab, exact: true }).click()

test('calls appear as they happen, and an order number leaves only its story', async () => {
  await page.getByText('实时').waitFor()
  await till.order('A00001')
  await till.order('B00001', {}, 'bert')
  await page
    .getByRole('button', { name: /unifiedOrder/ })
    .nth(1)
    .waitFor()
  await page.getByRole('searchbox', { name: '按订单号筛选' }).fill('B00001')
  await page.getByText('2 条').waitFor()
  await page.getByRole('button', { name: /unifiedOrder/ }).press('Enter')
  await page.getByRole('complementary', { name: '详情' }).getByText('"out_trade_no": "B00001"').waitFor()
  await picture(page, 'emulator-dashboard-timeline')
})

test('an order is paid, its notice resent, altered and dropped', async () => {
  await till.order('A00001', { attach: 'refuse' })
  await go('支付')
  await page.getByRole('button', { name: '支付', exact: true }).click()
  await page.getByText('SUCCESS').waitFor()
  await picture(page, 'emulator-dashboard-payments')
  await go('通知')
  await page.getByText('waiting').waitFor()
  await page.getByRole('button', { name: '查看／改' }).click()
  const event = page.getByLabel('事件（之后的送达使用）')
  await event.fill((await event.inputValue()).replace('"attach": "refuse"', '"attach": "fine"'))
  await page.getByRole('button', { name: '保存修改' }).click()
  await page.getByRole('button', { name: '重发' }).click()
  await page.getByText('acknowledged', { exact: true }).waitFor()
  expect(till.notices()[0]?.event.attach).toBe('fine')
})

test('documents are found, edited and removed', async () => {
  await fetch(`${till.address}/__emulator/database`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'teas' }),
  })
  await go('数据库')
  await page.getByRole('button', { name: '新增文档' }).click()
  await page.getByRole('textbox', { name: '文档' }).fill('{"_id": "t1", "name": "龙井", "fen": 1}')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /t1/ }).click()
  await page.getByRole('textbox', { name: '文档' }).fill('{"_id": "t1", "name": "龙井", "fen": 2}')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('"fen":2').waitFor()
  await page.getByRole('searchbox', { name: '查询条件' }).fill('{"fen": {"$gt": 5}}')
  await page.keyboard.press('Enter')
  await page.getByText('没有文档').waitFor()
  await page.getByRole('searchbox', { name: '查询条件' }).fill('')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /t1/ }).click()
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('button', { name: '确定删除？' }).click()
  await page.getByText('没有文档').waitFor()
})

test('the clock is moved on, a fault switched on and seen to strike', async () => {
  const before = till.emulator.context.clock.now()
  await page.getByRole('button', { name: '+1 天' }).click()
  await expect.poll(() => till.emulator.context.clock.now() - before).toBeGreaterThan(86_000_000)
  await go('故障')
  await page.getByRole('button', { name: /order-error-before/ }).click()
  await page.getByText('已发生 0/1').waitFor()
  await till.order('A00001')
  await page.getByText('已发生 1/1').waitFor()
  await picture(page, 'emulator-dashboard-faults')
})

test('every control has a name that a screen reader can say', async () => {
  await till.order('A00001')
  for (const tab of ['时间线', '支付', '通知', '数据库', '存储', '消息', '用户', '故障']) {
    await go(tab)
    await page.waitForTimeout(400)
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, select, textarea')]
        .filter((element) => {
          const labelled = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? ''
          const label = element.closest('label')?.textContent ?? ''
          return `${labelled}${label}${element.textContent}`.trim() === ''
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    expect(nameless).toEqual([])
  }
})
