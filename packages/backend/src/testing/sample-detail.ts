import type { Detail } from '@pay/core'
import { sampleErrandDetail } from './errand/sample-errand-detail.ts'
import { sampleShopDetail } from './shop/sample-shop-detail.ts'
import { sampleTipDetail } from './tip/sample-tip-detail.ts'

/** One line per vertical. */
const samples: readonly Detail[] = [
  sampleShopDetail, // one cup
  sampleErrandDetail, // somebody queues
  sampleTipDetail, // a word of thanks
]

/** What a sample order is about. Stores of orders do not care: the first trade there is. */
export const sampleDetail = samples[0] as Detail
