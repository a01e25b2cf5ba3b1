import type { Brand } from './brand.ts'

/** A WeChat user of this mini-program: 28 characters from WeChat, opaque. */
export type OpenId = Brand<string, 'OpenId'>

/** Ours, 26 characters of 0-9A-Z: derived from openid and requestId, so that a retry finds the same order. */
export type OrderNo = Brand<string, 'OrderNo'>

/** Made by the client before it submits, kept until the answer is known: the same request is the same order. */
export type RequestId = Brand<string, 'RequestId'>

/** WeChat's name for one payment attempt: 6–32 characters of `0-9A-Za-z_-|*`, unique per merchant. */
export type OutTradeNo = Brand<string, 'OutTradeNo'>

/** WeChat's name for one refund: at most 64 characters, the same on every retry. */
export type OutRefundNo = Brand<string, 'OutRefundNo'>

export type GoodsId = Brand<string, 'GoodsId'>
export type SkuId = Brand<string, 'SkuId'>
