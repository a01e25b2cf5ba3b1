import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'

describe('static hosting', () => {
  const made: string[] = []
  afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))))

  it('serves a folder at the root, beside the cloud', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hosting-'))
    made.push(folder)
    await writeFile(path.join(folder, 'index.html'), '<h1>茶</h1>')
    const emulator = new Emulator({ hosting: folder, quiet: true })
    const address = await emulator.ready()
    try {
      expect(await (await fetch(address)).text()).toBe('<h1>茶</h1>')
      expect((await fetch(`${address}/missing.js`)).status).toBe(404)
      expect((await fetch(`${address}/../package.json`)).status).toBe(404)
      expect((await fetch(`${address}/__emulator`)).headers.get('content-type')).toContain('json')
    } finally {
      await emulator.dispose()
    }
  })

  it('says what to do when the folder is not there', () => {
    expect(() => new Emulator({ hosting: '/nowhere/at/all', quiet: true })).toThrow(/build the pages first/)
  })
})
