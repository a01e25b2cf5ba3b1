import type { OrderView } from '@pay/core'
import { expect, test } from 'vitest'
import { readDesk } from './read-desk.ts'

const dayMs = 24 * 3_600_000
const nowMs = 100 * dayMs
const order = (orderNo: string, daysAgo: number) => ({ orderNo, createdAtMs: nowMs - daysAgo * dayMs }) as OrderView

/** Pages of two states, by state and cursor. */
const pages: Readonly<Record<string, { items: readonly OrderView[]; cursor?: string }>> = {
  'paid ': { items: [order('A', 1)], cursor: 'p2' },
  'paid p2': { items: [order('B', 90)] },
  'completed ': { items: [order('C', 2)], cursor: 'c2' },
  'completed c2': { items: [order('D', 61)], cursor: 'c3' },
}

test('the desk goes through what is on its way, then through what has arrived, and stops where nothing can be asked back', async () => {
  const asked: string[] = []
  const seen: string[] = []
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const answer = await readDesk(
      async (state, place = '') => {
        asked.push(`${state} ${place}`)
        return { ok: true, data: pages[`${state} ${place}`] ?? { items: [] } }
      },
      cursor,
      nowMs,
    )
    if (!answer.ok) throw new Error(answer.error.code)
    seen.push(...answer.data.items.map(({ orderNo }) => orderNo))
    cursor = answer.data.cursor
  }
  expect(asked).toEqual(['paid ', 'paid p2', 'completed ', 'completed c2'])
  expect(seen).toEqual(['A', 'B', 'C', 'D'])
})

test('a lost answer is a lost answer', async () => {
  const lost = { ok: false, error: { code: 'NO_ANSWER' } } as const
  expect(await readDesk(async () => lost, undefined, nowMs)).toBe(lost)
})
