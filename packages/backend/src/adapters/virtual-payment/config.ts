import type { Fen } from '@pay/core'
import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http } from '../../ports/http.ts'
import type { Log } from '../../ports/log.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { SignedPaymentStore } from '../../ports/signed-payment-store.ts'
import type { VirtualSale } from '../../ports/virtual-payment.ts'

/** What a deployment has to say of itself: 小程序后台 → 虚拟支付 → 基本配置. */
export interface VirtualPaymentConfig {
  readonly appId: string
  readonly appSecret: string
  readonly offerId: string
  /** Of the env below: the two have different keys. */
  readonly appKey: string
  /** 0 real, 1 sandbox. Apple's side has no sandbox, and a released mini-program must use 0. */
  readonly env: 0 | 1
  /** `https://api.weixin.qq.com`, or an emulator. */
  readonly apiBase: string
  /** How long one request to WeChat may take. */
  readonly timeoutMs: number
}

/** What the rail works with. */
export interface VirtualPaymentParts {
  readonly config: VirtualPaymentConfig
  readonly http: Http
  readonly tokens: AccessTokenStore
  readonly sessions: SessionStore
  readonly signed: SignedPaymentStore
  readonly clock: Clock
  readonly log: Log
  /** As what WeChat sells an amount: core's rule. */
  readonly saleOf: (amountFen: Fen) => VirtualSale
}
