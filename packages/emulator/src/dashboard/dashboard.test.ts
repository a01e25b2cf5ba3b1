import { afterAll, beforeAll, expect, test } from 'vitest'
import { Emulator } from '../emulator.ts'

const emulator = new Emulator({ quiet: true })
let address = ''
beforeAll(async () => {
  address = await emulator.ready()
})
afterAll(() => emulator.dispose())

test('the dashboard is one page that asks nobody else for anything', async () => {
  const response = await fetch(`${address}/__emulator/dashboard`)
  const page = await response.text()
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(page).toContain('EventSource')
  expect(page).not.toMatch(/(src|href)="(?!data:)/)
  expect(page.match(/https?:\/\/[\w.]+/g) ?? []).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/cdn|unpkg|jsdelivr/)]),
  )
})
