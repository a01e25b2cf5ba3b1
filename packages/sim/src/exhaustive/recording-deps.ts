import type { Deps } from '@pay/backend'
import {
  memoryBookmarkStore,
  memoryCouponStore,
  memoryFiles,
  memoryGoodsStore,
  memoryLedgerStore,
  memoryMessages,
  memoryReputationStore,
  memorySettingsStore,
  memorySigner,
  memoryTextCheck,
} from '@pay/backend/memory'
import { payoutByHand, straightLineDistance } from '@pay/backend/system'
import { shelf } from '../world/shelf.ts'
import type { Recorder } from './process-tree.ts'

/** What the scenes vary is recorded; what stays as it is answers at once. */
export const recordingDeps = (recorder: Recorder, who: () => string): Deps => {
  const recorded = (port: string, methods: readonly string[]) =>
    Object.fromEntries(
      methods.map((method) => [method, (...args: readonly unknown[]) => recorder.ask(port, method, args)]),
    ) as never
  const holds = ['reserve', 'commit', 'release', 'takeBack', 'add', 'insert', 'levels', 'forget']
  return {
    orders: recorded('orders', ['get', 'insert', 'replace', 'find']),
    stock: { ...(recorded('stock', holds) as object), withHoldsBefore: async () => ({ items: [] }) } as never,
    errand: {
      runners: recorded('runners', ['get', 'insert', 'replace', 'find']),
      reputations: memoryReputationStore(),
      distance: straightLineDistance,
      payout: payoutByHand,
      signer: memorySigner(),
    },
    hints: recorded('hints', ['keep', 'list', 'drop']),
    incidents: recorded('incidents', ['record', 'open', 'resolve']),
    gateways: {
      cloudPay: {
        rail: 'cloudPay',
        ...(recorded('wechat', ['prepay', 'query', 'close', 'refund', 'queryRefund', 'bill']) as object),
      } as never,
    },
    goods: memoryGoodsStore(shelf),
    coupons: memoryCouponStore(),
    settings: memorySettingsStore(),
    ledger: memoryLedgerStore(),
    files: memoryFiles(),
    textCheck: memoryTextCheck(),
    bookmarks: billsWalked(),
    messages: memoryMessages(),
    clock: { nowMs: () => recorder.nowMs },
    ids: { nonce: () => Buffer.from(who()).toString('hex').padEnd(32, '0').slice(0, 32) },
    log: { write: () => {} },
  }
}

/** The bills are for the healing: within a scene's hour there is none to walk. */
const billsWalked = (): ReturnType<typeof memoryBookmarkStore> => {
  const bookmarks = memoryBookmarkStore()
  return {
    ...bookmarks,
    all: async () => new Map([['billAsk:cloudPay', '9999999999999']]),
    set: async () => {},
  }
}
