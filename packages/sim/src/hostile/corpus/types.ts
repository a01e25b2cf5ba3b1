import type { Hostile } from './hostile.ts'

/** Other types than the one that is asked for. Some are only met where one function calls another. */
export const types: readonly Hostile[] = [
  ['null', null],
  ['undefined', undefined],
  ['true', true],
  ['false', false],
  ['an empty object', {}],
  ['an object without a prototype', Object.create(null)],
  ['an empty array', []],
  ['an array of it', ['x']],
  ['an array of null', [null]],
  ['an array with a hole', Array(3)],
  ['an array of 10,000', Array(10_000).fill('x')],
  ['an array 1,000 deep', deepArray(1_000)],
  ['a function', () => 'x'],
  ['a symbol', Symbol.iterator],
  ['a date', new Date(0)],
  ['no date', new Date(Number.NaN)],
  ['a map', new Map([['a', 1]])],
  ['a set', new Set(['a'])],
  ['bytes', new Uint8Array([1, 2, 3])],
  ['a pattern', /.*/],
  ['an error', new Error('x')],
  ['a text object', Object('x')],
  ['own toString', { toString: () => 'x' }],
  ['own toJSON', { toJSON: () => 'x' }],
  ['own length', { length: 3 }],
  ['own then', Object.fromEntries([['then', () => undefined]])],
]

function deepArray(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}
