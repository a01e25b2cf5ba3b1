import { createHash } from 'node:crypto'
import type { OpenId, RequestId } from '@pay/core'
import { memoryBookmarkStore } from '../adapters/memory/memory-bookmark-store.ts'
import { memoryFiles } from '../adapters/memory/memory-files.ts'
import { type MemoryGateway, memoryGateway } from '../adapters/memory/memory-gateway.ts'
import { memoryHintStore } from '../adapters/memory/memory-hint-store.ts'
import { memoryIncidentStore } from '../adapters/memory/memory-incident-store.ts'
import { memoryLedgerStore } from '../adapters/memory/memory-ledger-store.ts'
import { memoryMessages } from '../adapters/memory/memory-messages.ts'
import { memoryOrderStore } from '../adapters/memory/memory-order-store.ts'
import { type MemoryTextCheck, memoryTextCheck } from '../adapters/memory/memory-text-check.ts'
import type { Deps } from '../deps.ts'
import type { LogLine } from '../ports/log.ts'
import type { Call } from '../serve/call.ts'
import { memoryPorts } from './memory-ports.ts'

/** All there is in memory, with its own clock and its own WeChat. */
export const memoryWorld = async (startMs = Date.UTC(2026, 10, 21, 4)): Promise<MemoryWorld> => {
  let nowMs = startMs
  let nonces = 0
  const clock = { nowMs: () => nowMs }
  const wechat = memoryGateway(clock)
  const lines: LogLine[] = []
  const check = memoryTextCheck()
  const deps: Deps = {
    orders: memoryOrderStore(),
    ledger: memoryLedgerStore(),
    incidents: memoryIncidentStore(),
    hints: memoryHintStore(),
    bookmarks: memoryBookmarkStore(),
    gateways: { cloudPay: wechat },
    ...memoryPorts(),
    files: memoryFiles(),
    messages: memoryMessages(),
    textCheck: check,
    clock,
    ids: { nonce: () => digestNonce(++nonces) },
    log: { write: (line) => lines.push(line) },
  }
  return {
    deps,
    wechat,
    check,
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
  /** What WeChat thinks of what people write. */
  readonly check: MemoryTextCheck
  readonly lines: LogLine[]
  readonly pass: (ms: number) => void
  readonly call: (openid?: OpenId) => Call
}

export const buyer = 'oBuyer00000000000000000000aa' as OpenId
export const stranger = 'oStranger0000000000000000000' as OpenId
export const requestId = (name: string) => `request-${name.padStart(12, '0')}` as RequestId
