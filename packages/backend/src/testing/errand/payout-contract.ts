import { fen, type OpenId, type PayoutNo, type RequestId } from '@pay/core'
import { describe, expect, test } from 'vitest'
import type { Payout, PayoutOrder } from '../../ports/errand/payout.ts'
import { payoutNoFor, runnerNoFor } from '../../use-cases/errand/numbers.ts'

/** A way to pay runners, and what the other side does with one transfer. */
export interface PayoutUnderTest {
  readonly payout: Payout
  end(payoutNo: PayoutNo, how: 'paid' | 'over'): Promise<void>
}

/** What every adapter of Payout does. `skip`: by name, each with the reason why it cannot be. */
export const payoutContract = ({
  make,
  skip = [],
}: {
  make: () => Promise<PayoutUnderTest> | PayoutUnderTest
  skip?: readonly { readonly reason: string; readonly tests: readonly string[] }[]
}): void => {
  const skipped = new Set(skip.flatMap(({ tests }) => tests))
  const law = (name: string, run: (world: PayoutUnderTest, order: PayoutOrder) => Promise<void>) =>
    test.skipIf(skipped.delete(name))(name, async () => await run(await make(), orderOf()))

  describe('a way to pay runners', () => {
    law('makes one transfer, however often and from how many sides it is sent', async ({ payout }, order) => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => payout.transfer(order)))
      const waits = payout.by === 'owner' ? 'byOwner' : 'underWay'
      expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set([waits]))
      expect(await payout.query(order)).toEqual({ kind: waits })
    })

    law('makes none by being asked how it stands', async ({ payout }, order) => {
      const asked = await payout.query(order)
      expect(asked.kind).toBe(payout.by === 'owner' ? 'byOwner' : 'none')
      expect(await payout.query(order)).toEqual(asked)
    })

    law('pays nothing under a number that was cancelled, sent before or not', async ({ payout }, order) => {
      const sent = orderOf()
      await payout.transfer(sent)
      for (const one of [sent, order]) {
        expect(await payout.cancel(one)).toEqual({ kind: 'cancelled' })
        expect(await payout.cancel(one)).toEqual({ kind: 'cancelled' })
        expect(['over', 'byOwner']).toContain((await payout.transfer(one)).kind)
        expect(['over', 'byOwner']).toContain((await payout.query(one)).kind)
      }
    })

    law('says where it can be found once it is paid', async ({ payout, end }, order) => {
      await payout.transfer(order)
      await end(order.payoutNo, 'paid')
      const paid = { kind: 'paid', reference: expect.stringMatching(/^\S{1,64}$/) }
      expect(await payout.query(order)).toEqual(paid)
      expect(await payout.transfer(order)).toEqual(paid)
      expect(await payout.cancel(order)).toMatchObject({ kind: 'refused' })
      expect(await payout.query(order)).toEqual(paid)
    })

    law('says that it is over when it failed', async ({ payout, end }, order) => {
      await payout.transfer(order)
      await end(order.payoutNo, 'over')
      expect(await payout.query(order)).toMatchObject({ kind: 'over' })
      expect(await payout.transfer(order)).toMatchObject({ kind: 'over' })
    })

    test('is excused from nothing that this suite does not ask', () => {
      expect([...skipped]).toEqual([])
    })
  })
}

let count = 0

/** A withdrawal that nobody has heard of. */
const orderOf = (): PayoutOrder => {
  const receiver = 'oRunner000000000000000000000' as OpenId
  const requestId = `request-${String(++count).padStart(12, '0')}` as RequestId
  return { payoutNo: payoutNoFor(runnerNoFor(receiver), requestId), receiver, amountFen: fen(700) }
}
