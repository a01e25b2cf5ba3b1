import { CloudError } from '../cloud-error.ts'
import { parseMultipart } from '../http/parse-multipart.ts'
import { type EmulatorContext, HttpError, RawReply, type Route, type SdkCall, type Service } from '../service.ts'
import { contentTypeOf } from './content-type.ts'
import { checkPath, pathOfFileId, toFileId } from './file-id.ts'
import { createFileStore, type FileStore } from './file-store.ts'
import { seedFiles } from './seed-files.ts'

export interface StorageService extends Service {
  readonly files: FileStore
  upload(path: string, bytes: Buffer, owner?: string): string
}

/** Cloud storage: upload, download by temporary address, delete. It asks no storage permission of anybody. */
export const storageService = (context: EmulatorContext): StorageService => {
  const { envId, seedData } = context.options
  const files = createFileStore(context.journal('storage'), context.folder('storage'))
  // Not encoded: the SDK encodes what it is given before it downloads.
  const addressOf = (path: string) => `${context.address()}/storage/${path}`
  const uploadAddressOf = (path: string) =>
    `${context.address()}/storage/${path.split('/').map(encodeURIComponent).join('/')}`

  const tell = (call: SdkCall | undefined, name: string, detail: unknown) =>
    context.events.add({
      from: call?.from === undefined ? 'client' : `function:${call.from.functionName}`,
      to: 'storage',
      kind: 'call',
      name,
      ok: true,
      ...(call?.from === undefined ? {} : { parentRequestId: call.from.requestId }),
      detail,
    })

  const put = (path: string, bytes: Buffer, owner?: string) => {
    const file = { path, size: bytes.length, contentType: contentTypeOf(path), uploadedAtMs: context.clock.now() }
    files.put({ ...file, ...(owner === undefined ? {} : { owner }) }, bytes)
  }

  const upload: StorageService['upload'] = (path, bytes, owner) => {
    put(path, bytes, owner)
    tell(undefined, 'upload', { path, size: bytes.length })
    return toFileId(envId, path)
  }

  /** What was put there since stays. */
  const begin = () => {
    for (const { path, bytes } of seedData === undefined ? [] : seedFiles(seedData))
      if (files.get(path) === undefined) put(checkPath(path), bytes)
  }

  const find = (fileId: unknown) => {
    const path = typeof fileId === 'string' ? pathOfFileId(envId, fileId) : undefined
    return path === undefined ? undefined : files.get(path)
  }

  const urls = (list: unknown) =>
    asList(list).map((item) => {
      const { fileid: fileID, max_age: maxAge = 86_400 } = (typeof item === 'string' ? { fileid: item } : item) as {
        fileid?: unknown
        max_age?: number
      }
      const file = find(fileID)
      if (file === undefined) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
      return { code: 'SUCCESS', fileID, tempFileURL: addressOf(file.path), maxAge }
    })

  const remove = (list: unknown) =>
    asList(list).map((fileID) => {
      const file = find(fileID)
      if (file === undefined) return { fileID, code: 'STORAGE_FILE_NONEXIST' }
      files.remove(file.path)
      return { fileID, code: 'SUCCESS' }
    })

  const routes: readonly Route[] = [
    {
      method: 'PUT',
      path: '/storage/*',
      about: 'What the SDK 4 uploads to.',
      handle: ({ params, bytes }) => {
        upload(checkedPath(params.rest), bytes)
        return new RawReply('', 'text/plain')
      },
    },
    {
      method: 'POST',
      path: '/storage/*',
      about: 'What the SDK 3 uploads to: multipart with the field file.',
      handle: ({ params, bytes, request }) => {
        const file = parseMultipart(bytes, request.headers['content-type'] ?? '').get('file')
        if (file === undefined) throw new HttpError(400, 'the form has no field named file')
        upload(checkedPath(params.rest), file)
        return new RawReply('', 'text/plain', 201)
      },
    },
    {
      method: 'GET',
      path: '/storage/*',
      about: 'A file by its temporary address.',
      handle: ({ params }) => {
        const file = files.get(String(params.rest))
        if (file === undefined) throw new HttpError(404, `there is no file ${params.rest}`)
        // An uploaded page must not act in the name of the dashboard beside it.
        return new RawReply(files.bytes(file.path), file.contentType, 200, { 'content-security-policy': 'sandbox' })
      },
    },
    {
      method: 'PUT',
      path: '/client/file/*',
      about: 'wx.cloud.uploadFile as the user in x-emulator-user: the bytes are the body. Answers { fileID }.',
      handle: ({ params, bytes, user }) => ({ fileID: upload(checkedPath(params.rest), bytes, user?.openid) }),
    },
    {
      method: 'POST',
      path: '/client/files/urls',
      about: 'wx.cloud.getTempFileURL: { fileList }. Answers { fileList }.',
      handle: ({ body }) => ({ fileList: urls(body.fileList) }),
    },
    {
      method: 'POST',
      path: '/client/files/delete',
      about: 'wx.cloud.deleteFile: { fileList }. Answers { fileList }.',
      handle: ({ body }) => ({ fileList: remove(body.fileList) }),
    },
    {
      method: 'GET',
      path: '/__emulator/storage',
      about: 'The files stored.',
      handle: () =>
        files.list().map((file) => ({ ...file, fileID: toFileId(envId, file.path), url: addressOf(file.path) })),
    },
  ]

  return {
    name: 'storage',
    about:
      'Cloud storage: upload, temporary addresses, delete; kept in --data-dir. Storage permissions are not checked.',
    files,
    upload,
    routes,
    actions: {
      'storage.getUploadMetadata': (call) => {
        const path = checkPath(call.body.path)
        tell(call, 'getUploadMetadata', { path })
        const fileId = toFileId(envId, path)
        // The last travels in a header, where only ASCII may be.
        const cosFileId = Buffer.from(fileId).toString('base64')
        return { data: { url: uploadAddressOf(path), token: 'emulator', authorization: 'emulator', fileId, cosFileId } }
      },
      'storage.batchGetDownloadUrl': (call) => {
        tell(call, 'batchGetDownloadUrl', call.body.file_list)
        return { data: { download_list: urls(call.body.file_list) } }
      },
      'storage.batchDeleteFile': (call) => {
        tell(call, 'batchDeleteFile', call.body.fileid_list)
        return { data: { delete_list: remove(call.body.fileid_list) } }
      },
    },
    start: () => {
      files.load()
      begin()
    },
    reset: () => {
      files.clear()
      begin()
    },
  }
}

const asList = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new CloudError('INVALID_PARAM', 'a list of files was expected')
  return value
}

const checkedPath = (path: unknown): string => {
  try {
    return checkPath(path)
  } catch (error) {
    throw new HttpError(400, (error as Error).message)
  }
}
