import type { Fen, OpenId, OrderNo, OutTradeNo } from '@pay/core'
import type { Gateway, LoginAnswer, Unknown } from './gateway.ts'

/**
 * What virtual payment asks beyond a `Gateway`: a login to sign with, delivery to report, coins to spend. Like there, no
 * method throws for what WeChat says or fails to say.
 */
export interface VirtualPayment extends Gateway {
  readonly rail: 'virtualPayment'
  logIn(user: OpenId, loginCode: string): Promise<LoginAnswer>
  /** The good is delivered. Repeatable. */
  provide(outTradeNo: OutTradeNo): Promise<DoneAnswer>
  /** Spends coins for this payment, once however often it is asked. */
  spendCoins(coins: CoinOrder): Promise<DoneAnswer>
  /** Undoes `spendCoins`. What was never spent is undone already. */
  returnCoins(coins: CoinOrder): Promise<DoneAnswer>
  coinsOf(user: OpenId, clientIp: string): Promise<BalanceAnswer>
  /** What was paid and what is left of it, whoever gave the rest back. */
  left(outTradeNo: OutTradeNo, payer: OpenId): Promise<LeftAnswer>
}

export interface CoinOrder {
  readonly outTradeNo: OutTradeNo
  readonly orderNo: OrderNo
  readonly payer: OpenId
  readonly clientIp: string
  readonly coins: number
}

export type DoneAnswer =
  | { readonly kind: 'done' }
  /** The user has to come back: nothing can be signed in their name. */
  | { readonly kind: 'loginNeeded' }
  | { readonly kind: 'refused'; readonly reason: string }
  | Unknown

export type BalanceAnswer =
  | { readonly kind: 'coins'; readonly coins: number }
  | { readonly kind: 'loginNeeded' }
  | Unknown

export type LeftAnswer = { readonly kind: 'left'; readonly paidFen: Fen; readonly leftFen: Fen } | Unknown

/** As what WeChat sells an amount: one of the published virtual goods (道具), or coins (代币) that are then spent. */
export type VirtualSale =
  | { readonly kind: 'goods'; readonly productId: string }
  | { readonly kind: 'coins'; readonly coins: number }
