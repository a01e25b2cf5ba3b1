import { CloudError } from '../cloud-error.ts'

/** `cloud://<env>.<bucket>/<path>`, as the cloud writes it. */
export const toFileId = (envId: string, path: string): string => `cloud://${envId}.${bucketOf(envId)}/${path}`

/** The path in a fileID of this environment; undefined for any other. */
export const pathOfFileId = (envId: string, fileId: string): string | undefined => {
  const prefix = `cloud://${envId}.${bucketOf(envId)}/`
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/storage/naming.html */
export const checkPath = (path: unknown): string => {
  const valid =
    typeof path === 'string' &&
    path !== '' &&
    Buffer.byteLength(path) <= 850 &&
    !path.startsWith('/') &&
    !path.includes('//') &&
    !path.split('/').some((part) => part === '.' || part === '..') &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a path
    !/[\x00-\x1f\x7f]/.test(path)
  if (!valid) throw new CloudError('STORAGE_REQUEST_FAIL', `${JSON.stringify(path)} is not a valid cloudPath`)
  return path
}

const bucketOf = (envId: string) => `${Buffer.from(envId.slice(0, 2)).toString('hex')}-${envId}-1300000000`
