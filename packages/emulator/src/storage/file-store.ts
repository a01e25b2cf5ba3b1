import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Journal } from '../journal/journal.ts'

export interface StoredFile {
  readonly path: string
  readonly size: number
  readonly contentType: string
  readonly uploadedAtMs: number
  /** Openid of the uploader, where a client uploaded. */
  readonly owner?: string
}

/** Files by path: bytes in the data folder under hashed names, or in memory. */
export interface FileStore {
  put(file: StoredFile, bytes: Buffer): void
  get(path: string): StoredFile | undefined
  bytes(path: string): Buffer
  remove(path: string): boolean
  list(): readonly StoredFile[]
  clear(): void
  load(): void
}

type FileRecord = { readonly put: StoredFile } | { readonly removed: string }

export const createFileStore = (journal: Journal, folder: string | undefined): FileStore => {
  const files = new Map<string, StoredFile>()
  const memory = new Map<string, Buffer>()
  // No path of a user ever becomes a name on this disk.
  const place = (path: string) => join(folder ?? '', createHash('sha256').update(path).digest('hex'))

  return {
    put: (file, bytes) => {
      if (folder === undefined) memory.set(file.path, bytes)
      else {
        writeFileSync(`${place(file.path)}.new`, bytes)
        renameSync(`${place(file.path)}.new`, place(file.path))
      }
      journal.append({ put: file } satisfies FileRecord)
      files.set(file.path, file)
    },
    get: (path) => files.get(path),
    bytes: (path) => (folder === undefined ? (memory.get(path) ?? Buffer.alloc(0)) : readFileSync(place(path))),
    remove: (path) => {
      if (!files.delete(path)) return false
      journal.append({ removed: path } satisfies FileRecord)
      memory.delete(path)
      if (folder !== undefined) rmSync(place(path), { force: true })
      return true
    },
    list: () => [...files.values()],
    clear: () => {
      if (folder !== undefined) for (const path of files.keys()) rmSync(place(path), { force: true })
      files.clear()
      memory.clear()
      journal.rewrite([])
    },
    load: () => {
      for (const record of journal.replay() as readonly FileRecord[]) {
        if ('put' in record) files.set(record.put.path, record.put)
        else files.delete(record.removed)
      }
    },
  }
}
