import { createHash } from 'node:crypto'
import { fen, type Goods, type GoodsId, type OpenId, type RequestId, type SkuId } from '@pay/core'
import { memoryBookmarkStore } from '../adapters/memory/memory-bookmark-store.ts'
import { memoryCouponStore } from '../adapters/memory/memory-coupon-store.ts'
import { memoryFiles } from '../adapters/memory/memory-files.ts'
import { type MemoryGateway, memoryGateway } from '../adapters/memory/memory-gateway.ts'
import { memoryGoodsStore } from '../adapters/memory/memory-goods-store.ts'
import { memoryHintStore } from '../adapters/memory/memory-hint-store.ts'
import { memoryHoldStore } from '../adapters/memory/memory-hold-store.ts'
import { memoryIncidentStore } from '../adapters/memory/memory-incident-store.ts'
import { memoryLedgerStore } from '../adapters/memory/memory-ledger-store.ts'
import { memoryMessages } from '../adapters/memory/memory-messages.ts'
import { memoryOrderStore } from '../adapters/memory/memory-order-store.ts'
import { memoryReputationStore } from '../adapters/memory/memory-reputation-store.ts'
import { memoryRunnerStore } from '../adapters/memory/memory-runner-store.ts'
import { memorySettingsStore } from '../adapters/memory/memory-settings-store.ts'
import { memorySigner } from '../adapters/memory/memory-signer.ts'
import { straightLineDistance } from '../adapters/system/straight-line-distance.ts'
import type { Deps } from '../deps.ts'
import type { LogLine } from '../ports/log.ts'
import type { Call } from '../serve/call.ts'

/** A shop in memory with its own clock and its own WeChat: 青瓷杯 in two colours, 手冲咖啡豆 in one. */
export const memoryWorld = async (startMs = Date.UTC(2026, 10, 21, 4)): Promise<MemoryWorld> => {
  let nowMs = startMs
  let nonces = 0
  const clock = { nowMs: () => nowMs }
  const wechat = memoryGateway(clock)
  const lines: LogLine[] = []
  const deps: Deps = {
    orders: memoryOrderStore(),
    goods: memoryGoodsStore(testGoods),
    stock: memoryHoldStore(),
    coupons: memoryCouponStore(),
    settings: memorySettingsStore(),
    ledger: memoryLedgerStore(),
    incidents: memoryIncidentStore(),
    hints: memoryHintStore(),
    bookmarks: memoryBookmarkStore(),
    gateways: { cloudPay: wechat },
    errand: {
      runners: memoryRunnerStore(),
      reputations: memoryReputationStore(),
      distance: straightLineDistance,
      signer: memorySigner(),
    },
    files: memoryFiles(),
    messages: memoryMessages(),
    clock,
    ids: { nonce: () => digestNonce(++nonces) },
    log: { write: (line) => lines.push(line) },
  }
  for (const { skus } of testGoods) for (const { skuId } of skus) await deps.stock.insert(skuId, 10)
  return {
    deps,
    wechat,
    lines,
    pass: (ms) => {
      nowMs += ms
    },
    call: (openid = buyer) => ({
      caller: { openid, clientIp: '203.0.113.7' },
      requestId: 'r1',
      untilMs: nowMs + 2_000,
    }),
  }
}

/** 32 characters of 0-9a-f, the same in every run. */
const digestNonce = (count: number): string => createHash('sha256').update(String(count)).digest('hex').slice(0, 32)

export interface MemoryWorld {
  readonly deps: Deps
  readonly wechat: MemoryGateway
  readonly lines: LogLine[]
  readonly pass: (ms: number) => void
  readonly call: (openid?: OpenId) => Call
}

export const buyer = 'oBuyer00000000000000000000aa' as OpenId
export const stranger = 'oStranger0000000000000000000' as OpenId
export const requestId = (name: string) => `request-${name.padStart(12, '0')}` as RequestId

export const greenCup = 'cup-green' as SkuId
export const beans = 'beans-250' as SkuId

export const testGoods: readonly Goods[] = [
  {
    goodsId: 'cup' as GoodsId,
    title: '青瓷杯',
    subtitle: '龙泉手工',
    pictures: ['data:image/svg+xml,'],
    category: '器物',
    specs: [{ name: '颜色', values: ['青', '白'] }],
    skus: [
      { skuId: greenCup, values: ['青'], priceFen: fen(1990) },
      { skuId: 'cup-white' as SkuId, values: ['白'], priceFen: fen(2190) },
    ],
    onSale: true,
    limitPerOrder: 5,
  },
  {
    goodsId: 'beans' as GoodsId,
    title: '手冲咖啡豆',
    subtitle: '云南日晒',
    pictures: ['data:image/svg+xml,'],
    category: '茶饮',
    specs: [],
    skus: [{ skuId: beans, values: [], priceFen: fen(29) }],
    onSale: true,
  },
]

/** A line as a client names it. */
export const line = (skuId: SkuId, quantity = 1) => ({
  goodsId: (skuId.startsWith('cup') ? 'cup' : 'beans') as GoodsId,
  skuId,
  quantity,
})
