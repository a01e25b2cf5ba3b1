import { expect, test } from 'vitest'
import { readMessageTemplates } from './message-templates.ts'

const local = { TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:3000/admin"}' }
const template = { id: 'T1', fields: { thing1: 'what' }, page: 'pages/order/index?orderNo={no}' }
const read = (templates: unknown) => readMessageTemplates({ MESSAGE_TEMPLATES: JSON.stringify(templates) })

test('a deployment sends what it has templates for, and nothing until it has one', () => {
  expect(readMessageTemplates({})).toEqual({})
  expect(read({ 'owner.newOrder': template })).toEqual({ 'owner.newOrder': template })
})

test('on this machine every message can be seen', () => {
  expect(Object.keys(readMessageTemplates(local))).toContain('owner.newOrder')
  expect(readMessageTemplates({ ...local, MESSAGE_TEMPLATES: '{}' })).toEqual({})
})

test('a mistake is told when the function starts, with its place', () => {
  expect(() => readMessageTemplates({ MESSAGE_TEMPLATES: '[' })).toThrow(/not a JSON object/)
  expect(() => read([])).toThrow(/not a JSON object/)
  expect(() => read({ 'owner.sent': template })).toThrow(/"owner.sent" is no message; there are .*owner.newOrder/)
  for (const wrong of [null, {}, { ...template, id: '' }, { ...template, fields: {} }, { ...template, page: 1 }])
    expect(() => read({ 'owner.newOrder': wrong })).toThrow(/"owner.newOrder" takes/)
  expect(() => read({ 'owner.newOrder': { ...template, fields: { thing1: 'total' } } })).toThrow(/what, state, note/)
})
