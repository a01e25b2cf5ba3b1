/** Where notices of a trade go, as the book keeps it: the function and its environment. */
export const notifyTarget = (fields: Readonly<Record<string, unknown>>): string =>
  `${fields.function_name ?? ''}@${fields.env_id ?? ''}`

export const parseNotifyTarget = (target: string): { readonly functionName: string; readonly envId: string } => {
  const at = target.indexOf('@')
  return { functionName: target.slice(0, at), envId: target.slice(at + 1) }
}
