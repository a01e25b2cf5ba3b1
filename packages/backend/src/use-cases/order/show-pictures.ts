import type { Deps } from '../../deps.ts'

/** The view with addresses in place of the file ids of its pictures, for whoever may see the order. No picture, no request. */
export const showPictures = async <V extends { readonly detail: unknown }>(
  deps: Pick<Deps, 'files'>,
  view: V,
): Promise<V> => {
  const fileIds = new Set<string>()
  replaceIds(view.detail, (fileId) => {
    fileIds.add(fileId)
    return fileId
  })
  if (fileIds.size === 0) return view
  const addresses = await deps.files.addressesOf([...fileIds])
  return {
    ...view,
    detail: replaceIds(view.detail, (fileId) => addresses.get(fileId) ?? fileId) as V['detail'],
  }
}

/** Every text that is a file id of the cloud storage, wherever a vertical keeps it. */
const replaceIds = (value: unknown, replace: (fileId: string) => string): unknown => {
  if (typeof value === 'string') return value.startsWith('cloud://') ? replace(value) : value
  if (Array.isArray(value)) return value.map((part) => replaceIds(part, replace))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaceIds(part, replace)]))
}
