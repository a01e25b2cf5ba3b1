import { expect, it } from 'vitest'
import {
  autoConfirmAfterMs,
  disputableForMs,
  freeCancelForMs,
  lateAfterMs,
  openForMs,
  overdueAfterMs,
} from './periods.ts'
import { quoteLivesMs } from './quote.ts'

it('the periods of an errand are what buyers and runners are told', () => {
  expect({ openForMs, overdueAfterMs, autoConfirmAfterMs, disputableForMs }).toEqual({
    openForMs: 1_800_000,
    overdueAfterMs: 172_800_000,
    autoConfirmAfterMs: 86_400_000,
    disputableForMs: 86_400_000,
  })
  expect({ freeCancelForMs, lateAfterMs, quoteLivesMs }).toEqual({
    freeCancelForMs: 180_000,
    lateAfterMs: 3_600_000,
    quoteLivesMs: 600_000,
  })
})
