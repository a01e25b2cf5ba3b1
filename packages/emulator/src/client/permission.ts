import { CloudError } from '../cloud-error.ts'
import type { Collection } from '../database/collection.ts'
import { type Doc, isPlainObject } from '../database/values.ts'
import type { CollectionSpec } from '../project/project-file.ts'
import type { User } from '../users/users.ts'
import { compileRule, type Rule, type RuleScope } from './rule-expression.ts'

export type Operation = 'read' | 'create' | 'update' | 'delete'

/** What a client may do with a collection, for one operation. */
export interface Permission {
  /** Added to every query, as the presets do by themselves. */
  readonly filter: Doc
  /** Throws the cloud's refusal when the query does not name what the rule looks at. */
  checkQuery(query: Doc): void
  checkDoc(doc: Doc, request: Doc): void
}

export interface RuleContext {
  readonly user: User | undefined
  readonly nowMs: number
  readonly get: RuleScope['get']
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/permission.html */
export const permissionOf = (collection: Collection, operation: Operation, context: RuleContext): Permission => {
  const { permission } = collection
  if (typeof permission === 'string') return preset(permission, operation, context)
  const source = permission[operation] ?? (operation === 'read' ? undefined : permission.write) ?? false
  return byRule(compileRule(source), context)
}

export const denied = (why: string) => new CloudError('DATABASE_PERMISSION_DENIED', `[PERMISSION_DENIED] ${why}`)

type Preset = Extract<CollectionSpec['permission'], string>

const preset = (name: Preset, operation: Operation, { user }: RuleContext): Permission => {
  const open: Permission = { filter: {}, checkQuery: () => {}, checkDoc: () => {} }
  const closed = `the permission ${name} closes it to clients for ${operation}`
  if (user === undefined) throw denied('nobody is logged in')
  if (name === 'ADMINONLY') throw denied(closed)
  if (operation === 'read') return name === 'PRIVATE' ? { ...open, filter: { _openid: user.openid } } : open
  if (name === 'ADMINWRITE') throw denied(closed)
  return operation === 'create' ? open : { ...open, filter: { _openid: user.openid } }
}

const byRule = (rule: Rule, context: RuleContext): Permission => {
  const auth = context.user === undefined ? null : { openid: context.user.openid }
  return {
    filter: {},
    checkQuery: (query) => {
      // The cloud demands that a query be a subset of its rule; whoever does not name the field cannot be.
      const named = namedFields(query)
      const missing = rule.fields.find((field) => !named.has(field))
      if (missing !== undefined) throw denied(`the rule looks at ${missing}, so the query has to name it`)
    },
    checkDoc: (doc, request) => {
      if (!rule.allows({ auth, doc, request, now: context.nowMs, get: context.get }))
        throw denied('the security rule says no')
    },
  }
}

const namedFields = (query: Doc): ReadonlySet<string> =>
  new Set(
    Object.entries(query).flatMap(([key, value]) => {
      if (key === '$and' && Array.isArray(value))
        return value.flatMap((part) => (isPlainObject(part) ? [...namedFields(part)] : []))
      return key.startsWith('$') ? [] : [key]
    }),
  )
