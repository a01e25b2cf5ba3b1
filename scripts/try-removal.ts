import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { removeVerticals, type VerticalFolder } from './remove-vertical.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Any one vertical, or any two. */
export const removalChoices: readonly (readonly VerticalFolder[])[] = [
  ['shop'],
  ['errand'],
  ['tip'],
  ['shop', 'errand'],
  ['shop', 'tip'],
  ['errand', 'tip'],
]

/** Removes them from a copy and runs these scripts there. Answers what the first that fails said, or nothing. */
export const tryRemoval = async (
  names: readonly VerticalFolder[],
  scripts: readonly string[],
): Promise<string | undefined> => {
  const copy = await mkdtemp(path.join(tmpdir(), `without-${names.join('-')}-`))
  try {
    await copyRepository(copy)
    await removeVerticals(copy, names)
    for (const args of [
      ['install', '--prefer-offline', '--no-frozen-lockfile'],
      ...scripts.map((name) => ['run', name]),
    ]) {
      const { exitCode, all } = await execa('pnpm', args, { cwd: copy, all: true, reject: false, stdin: 'ignore' })
      if (exitCode !== 0) return `pnpm ${args.join(' ')}\n${all}`
    }
    return undefined
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** What is written, without what is made of it. `.git` stays behind, so that no tool looks at the original. */
const copyRepository = async (to: string): Promise<void> => {
  await cp(root, to, { recursive: true, filter: (from) => !made.test(path.relative(root, from)) })
  await execa('git', ['init', '--quiet'], { cwd: to })
}

const made = /(^|\/)(node_modules|dist|\.git|\.turbo|\.data|\.artifacts|\.stryker[^/]*|\.stryker-tmp)(\/|$)/
