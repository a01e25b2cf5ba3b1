import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failedCases } from './failed-cases.ts'

describe('what failed is said again at the end', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'failed-cases-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const report = async (testResults: unknown) => {
    const file = path.join(folder, 'report.json')
    await writeFile(file, JSON.stringify({ testResults }))
    return failedCases(file, '/project')
  }
  const passed = { status: 'passed', fullName: 'money adds up', failureMessages: [] }

  test('a case by its file, its name and its message', async () => {
    const failed = { status: 'failed', fullName: 'money is exact', failureMessages: ['expected 1 to be 2', 'more'] }
    expect(
      await report([
        { name: '/project/a.test.ts', status: 'failed', assertionResults: [passed, failed] },
        { name: '/project/b.test.ts', status: 'passed', assertionResults: [passed] },
      ]),
    ).toEqual(['a.test.ts › money is exact\nexpected 1 to be 2'])
  })

  test('a file that could not be loaded', async () => {
    expect(
      await report([{ name: '/project/a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }]),
    ).toEqual(['a.test.ts\nno such module'])
  })

  test('nothing where no report was written', async () => {
    expect(await failedCases(path.join(folder, 'absent.json'), '/project')).toEqual([])
  })
})
