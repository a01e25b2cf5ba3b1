import type { SignedPaymentStore } from '../../ports/signed-payment-store.ts'
import type { CreatorStore } from '../../ports/tip/creator-store.ts'
import type { TipBoard } from '../../ports/tip/tip-board.ts'
import type { VirtualPayment } from '../../ports/virtual-payment.ts'

/** What tipping asks of the world beyond what all verticals share. A deployment without tips leaves it out. */
export interface TipPorts {
  readonly creators: CreatorStore
  readonly board: TipBoard
  readonly virtualPayment: VirtualPayment
  readonly signed: SignedPaymentStore
}

/** Present where tips are taken. */
export interface TipDeps {
  readonly tip?: TipPorts
}

export const tipPortsOf = (deps: TipDeps): TipPorts => {
  if (deps.tip === undefined) throw new Error('no ports for tipping: see this function’s composition root')
  return deps.tip
}
