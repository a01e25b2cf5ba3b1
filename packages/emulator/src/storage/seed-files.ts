import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { seedPlaces } from '../project/seed-places.ts'

export interface SeedFile {
  /** In the storage: as in `seed-files`. */
  readonly path: string
  readonly bytes: Buffer
}

/** The files that the documents of `--seed-data` name: all that lies in a `seed-files` beside a `seed.json`. */
export const seedFiles = (seedData: string): readonly SeedFile[] =>
  seedPlaces(seedData).flatMap(({ files }) =>
    (existsSync(files) ? readdirSync(files, { recursive: true }) : [])
      .map(String)
      .filter((name) => statSync(join(files, name)).isFile())
      .map((name) => ({ path: name.split(sep).join('/'), bytes: readFileSync(join(files, name)) })),
  )
