import { describe, expect, it } from 'vitest'
import { unbalanced } from '../ledger/balances.ts'
import { fen } from '../money/fen.ts'
import { earningEntries } from './earning-entries.ts'
import type { ErrandDetail } from './errand-detail.ts'
import { noon, opened, taken, taskOf } from './testing.ts'

const order = taskOf(taken())
const booked = (more: Partial<ErrandDetail>) => earningEntries({ ...order, detail: { ...order.detail, ...more } })
const his = { earningFen: fen(900), earnedAtMs: noon + 7 }
const taking = (amountFen: number, atMs = noon + 9) => ({ amountFen: fen(amountFen), refundFen: fen(50), atMs })

describe('the runner’s part in the books', () => {
  it('comes out of the sales when it is his', () => {
    expect(booked(his)).toEqual([
      {
        id: `earning:${order.orderNo}`,
        orderNo: order.orderNo,
        atMs: noon + 7,
        postings: expect.arrayContaining([
          { account: 'runner:o-runner', fen: expect.any(Number) },
          { account: 'sales:errand', fen: expect.any(Number) },
        ]),
      },
    ])
    const [entry] = booked(his)
    const sumOf = (account: string) => entry?.postings.find((posting) => posting.account === account)?.fen
    expect(Math.abs(Number(sumOf('runner:o-runner')))).toBe(900)
    expect(Number(sumOf('sales:errand'))).toBe(-Number(sumOf('runner:o-runner')))
  })

  it('goes back there as far as it is taken from him, each time by its own name', () => {
    const entries = booked({ ...his, clawedBack: { x: taking(100), y: taking(0), z: taking(30, noon + 11) } })
    expect(entries.map(({ id, atMs }) => [id, atMs])).toEqual([
      [`earning:${order.orderNo}`, noon + 7],
      [`earning:${order.orderNo}:x`, noon + 9],
      [`earning:${order.orderNo}:z`, noon + 11],
    ])
    expect(entries.every((entry) => entry.orderNo === order.orderNo)).toBe(true)
    expect(unbalanced(entries)).toEqual([])
    const sum = entries
      .flatMap(({ postings }) => postings)
      .reduce((total, { account, fen }) => (account === 'runner:o-runner' ? total + fen : total), 0)
    expect(Math.abs(sum)).toBe(900 - 130)
  })

  it('is not there while it can still change, or where there is none', () => {
    expect(booked({})).toEqual([])
    expect(booked({ earningFen: fen(900) })).toEqual([])
    expect(booked({ earnedAtMs: noon })).toEqual([])
    expect(booked({ ...his, earningFen: fen(0) })).toEqual([])
    const { runner: _, ...open } = taskOf(opened()).detail
    expect(earningEntries({ ...order, detail: { ...open, ...his } })).toEqual([])
  })
})
