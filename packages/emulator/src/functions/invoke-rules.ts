/** Function security rules, as in the console: function name or `*` → `{ invoke: true | false | 'auth != null' }`. */
export type InvokeRules = Readonly<Record<string, { readonly invoke: boolean | string }>>

/** https://docs.cloudbase.net/cloud-function/security-rules : closed to the anonymous unless a rule says otherwise. */
export const mayInvoke = (rules: InvokeRules, functionName: string, hasUser: boolean): boolean => {
  const rule = (Object.hasOwn(rules, functionName) ? rules[functionName] : rules['*'])?.invoke ?? 'auth != null'
  if (typeof rule === 'boolean') return rule
  if (/^auth\s*!==?\s*null$/.test(rule)) return hasUser
  // The cloud knows no other expression; reading one as "open" would hide the mistake.
  return false
}
