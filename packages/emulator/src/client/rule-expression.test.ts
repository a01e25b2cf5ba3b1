import { describe, expect, it } from 'vitest'
import { compileRule } from './rule-expression.ts'

const scope = {
  auth: { openid: 'me' },
  doc: { _openid: 'me', n: 5, state: 'draft', deep: { a: [1, 2] } },
  request: { data: { n: 6 } },
  now: 1000,
  get: (path: string) => (path === 'database.users.me' ? { role: 'admin' } : null),
}

describe('a security rule', () => {
  it.each([
    ['true', true],
    ['auth != null', true],
    ['auth.openid == doc._openid', true],
    ["doc.state in ['draft', 'sent']", true],
    ['doc.n > 4 && doc.n <= 5', true],
    ['doc.n > 5 || doc.deep.a.1 == 2', true],
    ['!(doc.n > 5)', true],
    ["doc.missing == null && doc.state !== 'paid'", true],
    ['request.data.n == 7', false],
    ['now < 1000', false],
    ["get('database.users.me').role == 'admin'", true],
    ["get('database.users.you').role == 'admin'", false],
    ['false || doc.n == 5 && false', false],
    ['doc.n', false],
  ])('%s', (source, expected) => {
    expect(compileRule(source).allows(scope)).toBe(expected)
  })

  it('tells the fields it looks at', () => {
    expect(compileRule("doc._openid == auth.openid && doc.a.b == 'x'").fields).toEqual(['_openid', 'a.b'])
  })

  it.each(['doc.n ==', 'process.exit()', 'doc.n = 5', 'doc.n 5', '(doc.n', 'constructor'])(
    '%s is refused',
    (source) => {
      expect(() => compileRule(source)).toThrow()
    },
  )
})
