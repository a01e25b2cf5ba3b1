import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderError, fileJournal } from './file-journal.ts'
import { type Journal, memoryJournal } from './journal.ts'

/** The folder of `--data-dir`: one journal per service, and a lock, for two emulators would write over each other. */
export interface DataFolder {
  journal(name: string): Journal
  /** A folder for files of a service, or undefined in memory. */
  folder(name: string): string | undefined
  close(): void
}

export const memoryData = (): DataFolder => ({ journal: memoryJournal, folder: () => undefined, close: () => {} })

export const openDataFolder = (path: string, note: (line: string) => void): DataFolder => {
  const lock = join(path, 'emulator.lock')
  const journals = new Map<string, Journal>()
  try {
    mkdirSync(path, { recursive: true })
    takeLock(lock, path)
  } catch (error) {
    if (error instanceof DataFolderError) throw error
    throw new DataFolderError(`${path} cannot be used as data folder: ${(error as Error).message}`, { cause: error })
  }
  return {
    journal: (name) => {
      const known = journals.get(name) ?? fileJournal(join(path, `${name}.log`), note)
      journals.set(name, known)
      return known
    },
    folder: (name) => {
      mkdirSync(join(path, name), { recursive: true })
      return join(path, name)
    },
    close: () => {
      for (const journal of journals.values()) journal.close()
      rmSync(lock, { force: true })
    },
  }
}

/** Deletes what the emulator wrote into its data folder; other files stay. */
export const resetDataFolder = (path: string): void => {
  let names: string[] = []
  try {
    names = readdirSync(path)
  } catch {
    return
  }
  for (const name of names)
    if (/\.log(\.new)?$/.test(name) || name === 'storage') rmSync(join(path, name), { recursive: true, force: true })
}

const takeLock = (lock: string, path: string) => {
  for (;;) {
    try {
      const fd = openSync(lock, 'wx')
      writeSync(fd, String(process.pid))
      closeSync(fd)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = Number(readFileSync(lock, 'utf8'))
      if (owner > 0 && owner !== process.pid && isAlive(owner))
        throw new DataFolderError(
          `${path} is in use by process ${owner}: end that emulator, or choose another --data-dir`,
        )
      rmSync(lock, { force: true })
    }
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
