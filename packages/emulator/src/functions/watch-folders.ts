import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

export interface FolderWatch {
  /** Watches these folders instead of the former ones. */
  set(folders: Iterable<string>): void
  close(): void
}

// An editor writes a file in several steps; a build of the first step would fail for nothing.
const settleMs = 60

/** Calls `onChange` with the folders that changed, once per burst of changes. */
export const watchFolders = (onChange: (folders: ReadonlySet<string>) => void): FolderWatch => {
  const watchers = new Map<string, FSWatcher>()
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const fire = () => {
    const folders = changed
    changed = new Set()
    onChange(folders)
  }

  return {
    set: (folders) => {
      const wanted = new Set(folders)
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue
        watcher.close()
        watchers.delete(folder)
      }
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        try {
          const watcher = watch(folder, () => {
            changed.add(folder)
            clearTimeout(timer)
            timer = setTimeout(fire, settleMs)
          })
          // A folder that is deleted reports an error; it has simply nothing more to tell.
          watcher.on('error', () => {})
          watchers.set(folder, watcher)
        } catch {}
      }
    },
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

/** The folder and all folders in it, without packages. */
export const foldersBelow = (folder: string): string[] => {
  try {
    const children = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'),
    )
    return [folder, ...children.flatMap((entry) => foldersBelow(join(folder, entry.name)))]
  } catch {
    return []
  }
}
