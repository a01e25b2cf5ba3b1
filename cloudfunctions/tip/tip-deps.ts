import type { Deps, TipDeps } from '@pay/backend'
import { consoleLog, fetchHttp, systemClock } from '@pay/backend/system'
import { type VirtualPaymentConfig, virtualPayment } from '@pay/backend/virtual-payment'
import { wxAccessTokenStore, wxCreatorStore, wxSessionStore, wxSignedPaymentStore, wxTipBoard } from '@pay/backend/wx'
import { tipSaleOf } from '@pay/core'
import { localAddress } from '../config.ts'
import { db } from '../platform.ts'
import { readVirtualPayment } from './config-virtual-payment.ts'

const config = readVirtualPayment(process.env, localAddress(process.env))

/** What takes tips, or nothing where virtual payment is not configured. */
export const tipDeps: TipDeps = config === undefined ? {} : { tip: tipPorts(config) }

/** The rail that tips bring with them. */
export const tipGateways: Deps['gateways'] =
  tipDeps.tip === undefined ? {} : { virtualPayment: tipDeps.tip.virtualPayment }

export const virtualPaymentEnv = { env: config?.env ?? 0 } as const

function tipPorts(at: VirtualPaymentConfig): NonNullable<TipDeps['tip']> {
  const signed = wxSignedPaymentStore(db)
  const [tokens, sessions] = [wxAccessTokenStore(db), wxSessionStore(db)]
  const parts = { config: at, http: fetchHttp, tokens, sessions, signed, clock: systemClock, log: consoleLog }
  return {
    creators: wxCreatorStore(db),
    board: wxTipBoard(db),
    virtualPayment: virtualPayment({ ...parts, saleOf: tipSaleOf }),
    signed,
  }
}
