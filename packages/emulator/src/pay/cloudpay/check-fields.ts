import { type Refusal, refuse } from '../book/types.ts'

/** One field of a request as the documents describe it. Lengths are bytes of UTF-8: that is what v2 counts. */
export interface FieldRule {
  readonly required?: boolean
  readonly maxBytes?: number
  readonly pattern?: RegExp
  readonly integer?: boolean
  readonly oneOf?: readonly string[]
}

export type FieldRules = Readonly<Record<string, FieldRule>>

/** The first thing wrong with the fields, in WeChat's words; undefined when all is well. */
export const fieldsRefusal = (fields: Readonly<Record<string, unknown>>, rules: FieldRules): Refusal | undefined => {
  for (const [name, rule] of Object.entries(rules)) {
    const value = fields[name]
    if (value === undefined || value === null || value === '') {
      if (rule.required === true) return refuse('LACK_PARAMS', `缺少参数${name}`)
      continue
    }
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    if (rule.integer === true && !/^\d+$/.test(text)) return refuse('PARAM_ERROR', `${name}参数格式错误`)
    if (rule.maxBytes !== undefined && Buffer.byteLength(text) > rule.maxBytes)
      return refuse('PARAM_ERROR', `${name}参数长度有误`)
    if (rule.pattern !== undefined && !rule.pattern.test(text)) return refuse('PARAM_ERROR', `${name}参数格式错误`)
    if (rule.oneOf !== undefined && !rule.oneOf.includes(text)) return refuse('PARAM_ERROR', `${name}参数格式错误`)
  }
  return undefined
}

/** Every method of a provider names the merchant it acts for. The nonce is documented as required and is not. */
export const commonRules: FieldRules = {
  sub_mch_id: { required: true, maxBytes: 32, pattern: /^\d{8,10}$/ },
  nonce_str: { maxBytes: 32 },
}

/** A text field, or undefined when it is absent or empty. */
export const text = (fields: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
