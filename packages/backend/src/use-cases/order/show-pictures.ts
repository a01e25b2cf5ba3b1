import type { Deps } from '../../deps.ts'
import { isUploaded } from './own-pictures.ts'

/** The view with addresses in place of the file ids of its pictures, for whoever may see the order. No picture, no request. */
export const showPictures = async <V extends { readonly detail: unknown }>(
  deps: Pick<Deps, 'files'>,
  view: V,
): Promise<V> => {
  const fileIds = new Set<string>()
  replaceIds(view.detail, (fileId) => {
    if (isUploaded(deps, fileId)) fileIds.add(fileId)
    return fileId
  })
  if (fileIds.size === 0) return view
  const addresses = await deps.files.addressesOf([...fileIds])
  return {
    ...view,
    detail: replaceIds(view.detail, (fileId) => addresses.get(fileId) ?? fileId) as V['detail'],
  }
}

/**
 * Every text in a list that is a file id, wherever a vertical keeps its list. A text that stands alone is what somebody
 * wrote, and stays it: else writing a file id would read the file.
 */
const replaceIds = (value: unknown, replace: (fileId: string) => string): unknown => {
  if (Array.isArray(value))
    return value.map((part) => (typeof part === 'string' && isId(part) ? replace(part) : replaceIds(part, replace)))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaceIds(part, replace)]))
}

const isId = (text: string): boolean => text.startsWith('cloud://')
