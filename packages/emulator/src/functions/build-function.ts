import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FunctionSource } from './function-source.ts'

/** A function made ready to run: the file with its code and the name that Node should take that file for. */
export interface BuiltFunction {
  readonly file: string
  /** In the function's own folder, so that `require` looks for packages from there. */
  readonly virtualName: string
  /** Folders to watch for changes. */
  readonly folders: readonly string[]
}

/** The source cannot be compiled; the message names file and line. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
  /** Where to look for the mend. */
  readonly folders: readonly string[]

  constructor(message: string, folders: readonly string[]) {
    super(message)
    this.folders = folders
  }
}

/** TypeScript is bundled into one CommonJS file with its source map; JavaScript runs as it is. */
export const buildFunction = async (source: FunctionSource, outFolder: string): Promise<BuiltFunction> => {
  if (!/ts$/.test(source.entry)) return { file: source.entry, virtualName: source.entry, folders: [source.folder] }
  mkdirSync(outFolder, { recursive: true })
  const file = join(outFolder, `${source.name}.cjs`)
  const virtualName = join(source.folder, 'index.js')
  // Loaded late: a project of plain JavaScript never pays for it.
  const { build } = await import('esbuild')
  try {
    const result = await build({
      entryPoints: [source.entry],
      // Not where it is written, but what it stands for: the source map is relative to this name.
      outfile: virtualName,
      write: false,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node18',
      sourcemap: 'inline',
      sourcesContent: false,
      external: ['wx-server-sdk'],
      metafile: true,
      logLevel: 'silent',
      absWorkingDir: source.folder,
    })
    writeFileSync(file, result.outputFiles[0]?.contents ?? '')
    const inputs = Object.keys(result.metafile.inputs).map((input) => resolve(source.folder, input))
    const folders = new Set(inputs.filter((input) => !input.includes('node_modules')).map((input) => dirname(input)))
    return { file, virtualName, folders: [...folders] }
  } catch (error) {
    const culprit = firstFailure(error)?.location?.file
    const folders = culprit === undefined ? [] : [dirname(resolve(source.folder, culprit))]
    throw new BuildError(describeFailure(error, source), [source.folder, ...folders])
  }
}

const firstFailure = (error: unknown) => (error as { errors?: readonly EsbuildMessage[] }).errors?.[0]

const describeFailure = (error: unknown, source: FunctionSource): string => {
  const first = firstFailure(error)
  if (first === undefined) return String(error)
  const place = first.location
  return place ? `${resolve(source.folder, place.file)}:${place.line}:${place.column + 1} ${first.text}` : first.text
}

interface EsbuildMessage {
  readonly text: string
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null
}
