import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildFunctions } from '../build.ts'

const dist = mkdtempSync(join(tmpdir(), 'functions-'))
afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('every function is one file that needs nothing installed', async () => {
  const names = await buildFunctions(dist)
  expect(names).toEqual(expect.arrayContaining(['housekeeping', 'order', 'owner', 'pay-notice']))
  for (const name of names) {
    expect(readdirSync(join(dist, name)).sort()).toEqual(['config.json', 'index.js', 'package.json'])
    const code = readFileSync(join(dist, name, 'index.js'), 'utf8')
    const needs = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, what]) => what)
    expect(needs.filter((what) => what === 'wx-server-sdk' || what?.startsWith('@'))).toEqual([])
  }

  const { collections, functions } = JSON.parse(readFileSync(join(dist, 'collections.json'), 'utf8'))
  const listed = collections.map(({ name }: { name: string }) => name)
  expect(listed).toContain('orders')
  expect(new Set(listed).size).toBe(listed.length)
  for (const closed of ['pay-notice', 'housekeeping']) expect(functions[closed]).toEqual({ invoke: false })
}, 60_000)
