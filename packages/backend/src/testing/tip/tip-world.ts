import { type Creator, fen, tipPointsFen, tipSaleOf } from '@pay/core'
import {
  memoryAccessTokenStore,
  memorySessionStore,
  memorySignedPaymentStore,
} from '../../adapters/memory/memory-virtual-stores.ts'
import { memoryCreatorStore } from '../../adapters/memory/tip/memory-creator-store.ts'
import { memoryTipBoard } from '../../adapters/memory/tip/memory-tip-board.ts'
import { virtualPayment } from '../../adapters/virtual-payment/virtual-payment.ts'
import type { Deps } from '../../deps.ts'
import type { TipPorts } from '../../use-cases/tip/tip-ports.ts'
import { type FakeXpay, fakeXpay } from '../fake-xpay.ts'
import { type MemoryWorld, memoryWorld } from '../memory-world.ts'

/**
 * A memory world that takes tips: one creator, and WeChat's virtual payment in a Map behind the real adapter. `wrap` may
 * put something between the use cases and each of their ports.
 */
export const tipWorld = async (wrap: WrapPort = (port) => port): Promise<TipWorld> => {
  const world = await memoryWorld()
  const { clock, log } = world.deps
  const xpay = fakeXpay(clock)
  const { config } = xpay
  const http = wrap(xpay.http, 'http')
  const tokens = wrap(memoryAccessTokenStore(), 'tokens')
  const sessions = wrap(memorySessionStore(), 'sessions')
  const signed = wrap(memorySignedPaymentStore(), 'signed')
  const rail = virtualPayment({ config, http, tokens, sessions, signed, clock, log, saleOf: tipSaleOf })
  const tip: TipPorts = {
    creators: wrap(memoryCreatorStore([potter]), 'creators'),
    board: wrap(memoryTipBoard(), 'board'),
    virtualPayment: rail,
    signed,
  }
  const gateways = { ...world.deps.gateways, virtualPayment: rail }
  const orders = wrap(world.deps.orders, 'orders')
  return { ...world, xpay, deps: { ...world.deps, orders, gateways, tip } }
}

export type WrapPort = <T extends object>(port: T, name: string) => T

export interface TipWorld extends MemoryWorld {
  readonly xpay: FakeXpay
  readonly deps: Deps & { readonly tip: TipPorts }
}

export const potter: Creator = {
  creatorId: 'potter',
  name: '陶艺小周',
  avatar: '',
  intro: '在龙泉做杯子',
  thanks: '谢谢你，明天多烧一窑',
  open: true,
  pointsFen: tipPointsFen,
  custom: { leastFen: fen(100), mostFen: fen(50_000) },
}
