import type { RequestId } from '@pay/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../call/call.ts'
import { newRequestId } from './new-request-id.ts'
import { placeOnce } from './place-once.ts'
import { createRequestKeeper } from './request-keeper.ts'

const memory = () => {
  const texts = new Map<string, string>()
  return {
    get: (key: string) => texts.get(key),
    set: (key: string, value: string) => void texts.set(key, value),
    remove: (key: string) => void texts.delete(key),
  }
}

const counting = () => {
  let made = 0
  return () => `request-number-${String(++made).padStart(4, '0')}` as RequestId
}

type End = 'placed' | 'lost' | 'busy' | 'crashed' | 'refused'

const answers: Readonly<Record<End, Outcome<string, { readonly code: string }>>> = {
  placed: { ok: true, data: 'order' },
  lost: { ok: false, error: { code: 'NO_ANSWER', detail: '' } },
  busy: { ok: false, error: { code: 'BUSY', retryAfterMs: 1 } },
  crashed: { ok: false, error: { code: 'INTERNAL', requestId: 'x' } },
  refused: { ok: false, error: { code: 'OUT_OF_STOCK' } },
}

test('after a lost answer the same content is the same request, even when the app was killed in between', async () => {
  const storage = memory()
  const newId = counting()
  const sent: string[] = []
  const submit = (answer: End) => async (id: RequestId) => {
    sent.push(id)
    return answers[answer]
  }
  await placeOnce(
    createRequestKeeper(storage, newId, () => 0),
    'shop',
    ['cup'],
    submit('lost'),
  )
  await placeOnce(
    createRequestKeeper(storage, newId, () => 1),
    'shop',
    ['cup'],
    submit('placed'),
  )
  await placeOnce(
    createRequestKeeper(storage, newId, () => 2),
    'shop',
    ['cup'],
    submit('placed'),
  )
  expect(sent[1]).toBe(sent[0])
  expect(sent[2]).not.toBe(sent[0])
})

test('other content is another request', () => {
  const keeper = createRequestKeeper(memory(), counting(), () => 0)
  expect(keeper.for('shop', ['cup'])).not.toBe(keeper.for('shop', ['pot']))
})

test('half an hour later the same content is a new wish', () => {
  let nowMs = 0
  const keeper = createRequestKeeper(memory(), counting(), () => nowMs)
  const first = keeper.for('shop', ['cup'])
  nowMs = 30 * 60_000
  expect(keeper.for('shop', ['cup'])).not.toBe(first)
})

test('a damaged store does not stop anybody from ordering', () => {
  const storage = memory()
  storage.set('pay.request.shop', '{not json')
  expect(createRequestKeeper(storage, counting(), () => 0).for('shop', ['cup'])).toBe('request-number-0001')
})

test('a requestId fits the contract, whatever the clock and the chance', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.nat(4_000_000_000_000), chance, (nowMs, value) => {
      expect(newRequestId(nowMs, () => value)).toMatch(/^[0-9A-Za-z_-]{16,64}$/)
    }),
  )
})

test('law: between two answers that settle the matter, one content has one requestId', async () => {
  const answer = fc.constantFrom(...(Object.keys(answers) as End[]))
  await fc.assert(
    fc.asyncProperty(fc.array(answer), async (ends) => {
      const keeper = createRequestKeeper(memory(), counting(), () => 0)
      let open: string | undefined
      for (const end of ends) {
        await placeOnce(keeper, 'shop', ['cup'], async (id) => {
          if (open !== undefined) expect(id).toBe(open)
          open = end === 'placed' || end === 'refused' ? undefined : id
          return answers[end]
        })
      }
    }),
  )
})
