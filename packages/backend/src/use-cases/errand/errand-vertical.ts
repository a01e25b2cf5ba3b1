import { ok } from '@pay/core'
import type { ServerVertical } from '../vertical.ts'
import { countStars } from './count-rating.ts'
import { tellErrand } from './errand-words.ts'
import { creditExtra, refundExtra } from './extra-effects.ts'
import { clawBackEarning, freezeRunnersEarning, releaseSlot, settleRunnersEarning } from './runner-effects.ts'
import { uploadDelivery, uploadExtraDelivery } from './tell-wechat.ts'

/** Errands on the server: nothing is held for an unpaid task; what follows concerns its runner and further payments. */
export const errandVertical = {
  hold: async () => ok(undefined),
  moments: {
    'errand.publish': ['errand.taken', 'errand.delivered', 'order.refunded'],
    'errand.dispute': ['errand.ruled', 'order.refunded'],
    /** The runner's. */
    'errand.take': ['errand.cancelled', 'errand.ruled'],
    'errand.withdraw': ['errand.paidOut', 'errand.payoutRefused'],
  },
  effects: {
    'errand.releaseSlot': releaseSlot,
    'errand.freezeEarning': freezeRunnersEarning,
    'errand.settleEarning': settleRunnersEarning,
    'errand.clawBack': clawBackEarning,
    'errand.refundExtra': refundExtra,
    'errand.countRating': countStars,
    'errand.uploadDelivery': uploadDelivery,
    'errand.tell': tellErrand,
  },
} as const satisfies ServerVertical & { effects: unknown }

/** Further payments for a task. */
export const errandExtraVertical = {
  hold: async () => ok(undefined),
  effects: {
    'errandExtra.credit': creditExtra,
    'errandExtra.uploadDelivery': uploadExtraDelivery,
  },
} as const satisfies ServerVertical & { effects: unknown }
