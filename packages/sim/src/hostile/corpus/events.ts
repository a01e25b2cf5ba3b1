import type { Hostile } from './hostile.ts'

/** Events that are no call at all. */
export const hostileEvents: readonly Hostile[] = [
  ['nothing', undefined],
  ['null', null],
  ['text', 'placeOrder'],
  ['a number', 7],
  ['an array', []],
  ['no action', {}],
  ['an action of Object', { action: 'constructor' }],
  ['__proto__ as action', { action: '__proto__' }],
  ['toString as action', { action: 'toString' }],
  ['an array as action', { action: ['placeOrder'] }],
  ['an operator as action', { action: { $gt: '' } }],
  ['input null', { action: 'get', input: null }],
  ['input text', { action: 'get', input: 'x' }],
  ['input deep', { action: 'get', input: deep(10_000) }],
  ['input large', { action: 'get', input: { orderNo: 'x'.repeat(1_100_000) } }],
  ['input with a cycle', { action: 'get', input: cyclic() }],
]

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = { value }
  return value
}

function cyclic(): unknown {
  const value: Record<string, unknown> = {}
  value.self = value
  return value
}
