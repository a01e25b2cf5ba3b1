import type { IncidentView } from '@pay/core'
import { expect, test } from 'vitest'
import { sayIncident } from './say-incident.ts'
import { en } from './text/en.ts'
import { zh } from './text/zh.ts'

const incident = (kind: string, facts: IncidentView['facts']): IncidentView => ({ key: 'k', kind, atMs: 0, facts })

test('a difference with the bill says what to do about this one', () => {
  const said = sayIncident(
    incident('billDifference', { day: '20261120', difference: 'missingThere', todo: 'askWeChat', oursFen: 990 }),
  )
  expect(said.title).toBe('对账差异')
  expect(said.todo).toBe(zh.todos.askWeChat)
  expect(said.facts).toContainEqual({ label: '账单日期', value: '2026-11-20' })
  expect(said.facts).toContainEqual({ label: '账上金额', value: '¥9.90' })
  expect(said.facts).toContainEqual({ label: '差异', value: '微信账单里没有' })
})

test('whatever it is, it has a title and something to do, and its order can be opened', () => {
  const said = sayIncident(incident('neverSeenBefore', { orderNo: 'A'.repeat(26), strange: 'x' }))
  expect(said.title).not.toBe('')
  expect(said.todo).not.toBe('')
  expect(said.orderNo).toBe('A'.repeat(26))
  expect(said.facts).toContainEqual({ label: 'strange', value: 'x' })
})

test('a refund made by hand at WeChat Pay is not called one that did not arrive', () => {
  const titleOf = (facts: IncidentView['facts']) => sayIncident(incident('refundStuck', facts)).title
  expect(titleOf({ answer: 'abnormal' })).toBe('退款没有到账')
  expect(titleOf({ answer: 'accepted' })).toBe('退款没有到账')
  expect(titleOf({ answer: 'unknown' })).toBe('退款没有到账')
  expect(titleOf({ answer: 'closed' })).toBe('退款被微信关闭')
  expect(titleOf({ field: 'unknown' })).toBe('商户平台上直接退了款')
  for (const field of ['amount', 'total', 'outTradeNo']) expect(titleOf({ field })).toBe('退款与订单不符')
})

test('the same code means what its fact is about', () => {
  const said = sayIncident(incident('refundStuck', { answer: 'unknown', field: 'unknown' }))
  expect(said.facts).toContainEqual({ label: '微信的答复', value: '没有明确答复' })
  expect(said.facts).toContainEqual({ label: '不一致的内容', value: '系统里没有这笔退款' })
})

test('both languages know the same kinds, things to do and facts', () => {
  for (const table of ['kinds', 'todos', 'facts', 'values'] as const)
    expect(Object.keys(en[table])).toEqual(Object.keys(zh[table]))
})
