import { expect, test } from 'vitest'
import { readMessageTemplates } from './message-templates.ts'

const local = { TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:3000/admin"}' }
const shipped = { id: 'T1', fields: { thing1: 'what' }, page: 'pages/order/index?orderNo={no}' }
const read = (templates: unknown) => readMessageTemplates({ MESSAGE_TEMPLATES: JSON.stringify(templates) })

test('a deployment sends what it has templates for, and nothing until it has one', () => {
  expect(readMessageTemplates({})).toEqual({})
  expect(read({ 'shop.shipped': shipped })).toEqual({ 'shop.shipped': shipped })
})

test('on this machine every message can be seen', () => {
  expect(Object.keys(readMessageTemplates(local))).toContain('shop.shipped')
  expect(readMessageTemplates({ ...local, MESSAGE_TEMPLATES: '{}' })).toEqual({})
})

test('a mistake is told when the function starts, with its place', () => {
  expect(() => readMessageTemplates({ MESSAGE_TEMPLATES: '[' })).toThrow(/not a JSON object/)
  expect(() => read([])).toThrow(/not a JSON object/)
  expect(() => read({ 'shop.sent': shipped })).toThrow(/"shop.sent" is no message; there are .*shop.shipped/)
  for (const wrong of [null, {}, { ...shipped, id: '' }, { ...shipped, fields: {} }, { ...shipped, page: 1 }])
    expect(() => read({ 'shop.shipped': wrong })).toThrow(/"shop.shipped" takes/)
  expect(() => read({ 'shop.shipped': { ...shipped, fields: { thing1: 'total' } } })).toThrow(/what, state, note/)
})
