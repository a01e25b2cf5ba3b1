import { ok } from '@pay/core'
import type { ServerVertical } from '../vertical.ts'
import { checkMessage } from './check-message.ts'
import { provideTip, returnCoins, spendCoins } from './deliver-tip.ts'
import { postTip } from './post-tip.ts'

/** Tipping on the server: nothing is held; once paid it is delivered, and shown on the creator's page. */
export const tipVertical = {
  hold: async () => ok(undefined),
  effects: {
    'tip.provide': provideTip,
    'tip.spendCoins': spendCoins,
    'tip.returnCoins': returnCoins,
    'tip.post': postTip,
    'tip.checkMessage': checkMessage,
  },
} as const satisfies ServerVertical & { effects: unknown }
