import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Documents to begin with, and the folder of the files that they name. */
export interface SeedPlace {
  readonly documents: string
  readonly files: string
}

/** Where `--seed-data` looks: a folder stands for its `seed.json` and those of the folders in it; `seed-files` lie beside. */
export const seedPlaces = (path: string): readonly SeedPlace[] => {
  if (!existsSync(path) || !statSync(path).isDirectory())
    return [{ documents: path, files: join(dirname(path), 'seed-files') }]
  return [path, ...readdirSync(path).map((name) => join(path, name))]
    .map((folder) => ({ documents: join(folder, 'seed.json'), files: join(folder, 'seed-files') }))
    .filter(({ documents }) => existsSync(documents))
}
