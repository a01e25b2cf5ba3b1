import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as core from '../index.ts'
import type { Contract } from './contract.ts'

/** What a modified client may send instead of a text or a number. */
const hostile: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $in: ['a'] },
  { $set: { state: 'paid' } },
  { _internalType: 'query.command', operator: 'gt' },
  [],
  [{ $gt: '' }],
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  1e21,
  '\u0000',
  '\ud800',
  'x'.repeat(10_000),
  () => 'x',
  Symbol.iterator,
]

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>> & {
  readonly entries?: Record<string, Schema>
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly options?: readonly Schema[]
  readonly type: string
}

interface Leaf {
  /** The input, or one of several forms that a part of it may have. */
  readonly root: Schema
  readonly path: readonly (string | 0)[]
}

/** Every field of an input, however deep, as the path to it. */
const leavesOf = (schema: Schema, path: Leaf['path'] = [], root = schema): readonly Leaf[] => {
  if (schema.wrapped !== undefined) return leavesOf(schema.wrapped, path, root)
  if (schema.entries !== undefined)
    return Object.entries(schema.entries).flatMap(([key, entry]) => leavesOf(entry, [...path, key], root))
  if (schema.item !== undefined) return leavesOf(schema.item, [...path, 0], root)
  const forms = schema.type === 'variant' ? (schema.options ?? []) : []
  return [{ root, path }, ...forms.flatMap((form) => leavesOf(form))]
}

const wrap = (path: readonly (string | 0)[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => (key === 0 ? [inner] : { [key]: inner }), value)

const contracts = Object.values<unknown>(core).filter(
  (one): one is Contract => typeof one === 'object' && one !== null && 'actions' in one && 'name' in one,
)
const actions = contracts.flatMap(({ name, actions: all }) =>
  Object.entries(all).map(([action, { input }]) => ({ name: `${name}.${action}`, schema: input as Schema })),
)
const issuesOf = (schema: Schema, input: unknown) => v.safeParse(schema, input).issues ?? []
describe('what a client sends', () => {
  it('is known to be checked in every function', () => {
    expect(contracts.map(({ name }) => name)).toEqual(expect.arrayContaining(['order', 'owner']))
    expect(actions.length).toBeGreaterThan(10)
  })

  it.each(actions)('$name takes an object with its own fields and nothing else', ({ schema }) => {
    for (const input of [undefined, null, 'x', 1, true, () => 1, [[]], [{}]])
      expect(issuesOf(schema, input).length).toBeGreaterThan(0)
    for (const key of ['$or', '$where', '_id', '_openid', 'openid', 'priceFen', 'constructor', 'toString'])
      expect(
        issuesOf(schema, { [key]: 'x' }).some((issue) => v.getDotPath(issue) === key),
        key,
      ).toBe(true)
    const polluted = issuesOf(schema, JSON.parse('{"__proto__": {"x": 1}}'))
    expect(polluted.some((issue) => v.getDotPath(issue) === '__proto__')).toBe(true)
  })

  it.each(actions)('$name takes no operator, command, wrong type or endless text in any field', ({ schema }) => {
    for (const { root, path } of leavesOf(schema).filter((leaf) => leaf.path.length > 0)) {
      const at = path.join('.')
      for (const value of hostile) {
        const named = issuesOf(root, wrap(path, value)).map((issue) => v.getDotPath(issue) ?? '')
        expect(
          named.some((one) => one === at || one.startsWith(`${at}.`)),
          `${at} took ${String(value)}`,
        ).toBe(true)
      }
    }
  })
})
