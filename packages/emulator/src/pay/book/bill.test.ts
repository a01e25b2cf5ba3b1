import { expect, test } from 'vitest'
import { billText, cloudProvider, createBook, payTrade, placeTrade, requestRefund, settleRefund } from './index.ts'

const noon = Date.parse('2026-11-21T12:00:00+08:00')
const nextDay = Date.parse('2026-11-22T10:00:00+08:00')
const mchid = '1900009231'

const oneDay = () => {
  const book = createBook()
  const buy = (outTradeNo: string, totalFee: number, at: number) => {
    const placed = placeTrade(book, { mchid, appid: 'wxa', outTradeNo, openid: 'oA', totalFee, body: '茶,一壶' }, at)
    if (placed.ok) payTrade(book, { prepayId: placed.trade.prepayId, openid: 'oA' }, at)
  }
  buy('A00001', 10_000, noon)
  buy('A00002', 1, Date.parse('2026-11-21T23:59:59+08:00'))
  buy('A00003', 5, Date.parse('2026-11-22T00:00:00+08:00'))
  requestRefund(book, { mchid, outTradeNo: 'A00001', outRefundNo: 'R1', totalFee: 10_000, refundFee: 2_500 }, noon + 1)
  settleRefund(book, { mchid, outRefundNo: 'R1' }, 'SUCCESS', noon + 2)
  return book
}
const text = (billType: 'ALL' | 'SUCCESS' | 'REFUND', billDate = '20261121') => {
  const bill = billText(oneDay(), { mchid, billDate, billType, provider: cloudProvider }, nextDay)
  return bill.ok ? bill.text.replace('\ufeff', '').trim().split('\r\n') : [bill.message]
}

test('the bill of a day holds what was paid and refunded on that day in Beijing', () => {
  const [header, ...lines] = text('ALL')
  expect(header).toBe(
    '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注',
  )
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatch(/^`2026-11-21 12:00:00,`wxd2565e6a04246fd1,`1800008281,`1900009231,`,`4200\d{24},`A00001,/)
  expect(lines[0]).toMatch(/`茶 一壶,`,`0\.60000,`0\.60%,`100\.00,`0\.00,`$/)
  expect(lines[1]).toMatch(
    /`0\.00,`0\.00,`503\d{26},`R1,`25\.00,`0\.00,`ORIGINAL,`SUCCESS,.*,`-0\.15000,`0\.60%,`0\.00,`25\.00,`$/,
  )
  expect(lines.at(-1)).toBe('`3,`100.01,`25.00,`0.00,`0.45000,`100.01,`25.00')
  for (const line of lines.slice(0, 3)) expect(line.split(',')).toHaveLength(27)
})

test('SUCCESS has payments only, REFUND refunds only', () => {
  expect(text('SUCCESS')).toHaveLength(5)
  expect(text('REFUND')).toHaveLength(4)
  expect(text('SUCCESS')[1]?.split(',')).toHaveLength(text('SUCCESS')[0]?.split(',').length ?? 0)
  expect(text('REFUND')[1]?.split(',')).toHaveLength(text('REFUND')[0]?.split(',').length ?? 0)
})

test('no bill before ten the next morning, none for a day without trade, none for a day that is not one', () => {
  const book = oneDay()
  const ask = (billDate: string, at: number) => billText(book, { mchid, billDate, billType: 'ALL' }, at)
  expect(ask('20261121', nextDay - 1)).toMatchObject({ ok: false, code: '20002', message: 'Bill Creating' })
  expect(ask('20261120', nextDay)).toMatchObject({ ok: false, code: '20002', message: 'NO Bill Exist' })
  expect(ask('20261131', nextDay)).toMatchObject({ ok: false, code: '20001' })
  expect(ask('20260101', nextDay)).toMatchObject({ ok: false, code: '20001' })
  expect(ask('20261123', nextDay)).toMatchObject({ ok: false, code: '20001' })
})
