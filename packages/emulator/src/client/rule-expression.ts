import { equalValues } from '../database/compare.ts'
import { valueAt } from '../database/paths.ts'
import type { Doc, Value } from '../database/values.ts'

/** What a rule may look at. */
export interface RuleScope {
  readonly auth: Doc | null
  readonly doc: Doc
  readonly request: Doc
  readonly now: number
  /** `get('database.orders.<id>')`. */
  readonly get: (path: string) => Value
}

/** A compiled rule, and the fields of the document that it looks at. */
export interface Rule {
  readonly fields: readonly string[]
  allows(scope: RuleScope): boolean
}

type Evaluate = (scope: RuleScope) => Value

/**
 * Security rules of the database: `doc._openid == auth.openid && doc.state in ['draft']`.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.html
 * Throws an Error that shows where an expression cannot be read.
 */
export const compileRule = (source: string | boolean): Rule => {
  if (typeof source === 'boolean') return { fields: [], allows: () => source }
  const parser = createParser(source)
  const evaluate = parser.parse()
  return { fields: parser.fields, allows: (scope) => evaluate(scope) === true }
}

const token = /\s*(?:(===?|!==?|>=|<=|&&|\|\||[<>!()[\],.{}:`])|(\d+(?:\.\d+)?)|('[^']*'|"[^"]*")|([A-Za-z_$][\w$]*))/y

const comparisons: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  '==': equalValues,
  '===': equalValues,
  '!=': (a, b) => !equalValues(a, b),
  '!==': (a, b) => !equalValues(a, b),
  '>': (a, b) => (a as number) > (b as number),
  '>=': (a, b) => (a as number) >= (b as number),
  '<': (a, b) => (a as number) < (b as number),
  '<=': (a, b) => (a as number) <= (b as number),
  in: (a, b) => Array.isArray(b) && b.some((item) => equalValues(a, item)),
}

const createParser = (source: string) => {
  const tokens = tokenize(source)
  const fields: string[] = []
  let at = 0
  const peek = () => tokens[at]
  const take = (expected: string) => {
    if (tokens[at] !== expected) throw new Error(`"${source}": ${expected} expected, found ${tokens[at] ?? 'the end'}`)
    at += 1
  }

  const or = (): Evaluate => {
    let left = and()
    while (peek() === '||') {
      at += 1
      const [a, b] = [left, and()]
      left = (scope) => a(scope) === true || b(scope) === true
    }
    return left
  }

  const and = (): Evaluate => {
    let left = comparison()
    while (peek() === '&&') {
      at += 1
      const [a, b] = [left, comparison()]
      left = (scope) => a(scope) === true && b(scope) === true
    }
    return left
  }

  const comparison = (): Evaluate => {
    const left = unary()
    const compare = comparisons[peek() ?? '']
    if (compare === undefined) return left
    at += 1
    const right = unary()
    return (scope) => compare(left(scope), right(scope))
  }

  const unary = (): Evaluate => {
    if (peek() !== '!') return primary()
    at += 1
    const inner = unary()
    return (scope) => inner(scope) !== true
  }

  const primary = (): Evaluate => {
    const first = tokens[at++]
    if (first === undefined) throw new Error(`"${source}" ends too early`)
    if (first === '(') {
      const inner = or()
      take(')')
      return inner
    }
    if (first === '[') return list()
    if (/^\d/.test(first)) return () => Number(first)
    if (/^['"]/.test(first)) return () => first.slice(1, -1)
    if (first === 'true' || first === 'false') return () => first === 'true'
    if (first === 'null') return () => null
    if (first === 'now') return (scope) => scope.now
    if (first === 'get') return call()
    if (first === 'auth' || first === 'doc' || first === 'request') return path(first)
    throw new Error(`"${source}": the rules have no ${first}`)
  }

  const list = (): Evaluate => {
    const items: Evaluate[] = []
    while (peek() !== ']') {
      items.push(or())
      if (peek() === ',') at += 1
    }
    take(']')
    return (scope) => items.map((item) => item(scope))
  }

  const names = (): string[] => {
    const found: string[] = []
    while (peek() === '.') {
      at += 1
      found.push(tokens[at++] ?? '')
    }
    return found
  }

  const path = (root: 'auth' | 'doc' | 'request'): Evaluate => {
    const rest = names().join('.')
    if (root === 'doc' && rest !== '') fields.push(rest)
    return (scope) => (rest === '' ? scope[root] : (valueAt(scope[root] ?? {}, rest) ?? null))
  }

  const call = (): Evaluate => {
    take('(')
    const argument = or()
    take(')')
    const rest = names().join('.')
    return (scope) => {
      const found = scope.get(String(argument(scope)))
      return rest === '' ? (found ?? null) : (valueAt(found ?? {}, rest) ?? null)
    }
  }

  return {
    fields,
    parse: () => {
      const rule = or()
      if (at < tokens.length) throw new Error(`"${source}": ${tokens[at]} was not expected`)
      return rule
    },
  }
}

const tokenize = (source: string): string[] => {
  const tokens: string[] = []
  const text = source.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (match === null) throw new Error(`"${source}": cannot be read from "${text.slice(from)}"`)
    tokens.push(match[0].trim())
  }
  return tokens
}
