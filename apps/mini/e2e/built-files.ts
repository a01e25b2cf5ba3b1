import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const dist = path.resolve(import.meta.dirname ?? '.', '../dist')

/** The folder of a build: `weapp`, `h5`, `h5-emulator`, `alipay`, `tt`. */
export const buildFolder = (build: string): string => path.join(dist, build)

/** Every file below a folder, with licence texts left out: they are not uploaded. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !/\.LICENSE\.txt$/.test(file))

export const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

/** All scripts of a build as one text. */
export const scriptsOf = (build: string): string => textOf(build, /\.js$/)

/** All styles of a build as one text. */
export const stylesOf = (build: string): string => textOf(build, /\.(wxss|css)$/)

const textOf = (build: string, names: RegExp): string =>
  filesIn(buildFolder(build))
    .filter((file) => names.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
