/** 分账: parts of a payment go from the merchant to receivers he has named before. */
export interface Sharing {
  readonly orders: ShareOrder[]
  /** After this the rest belongs to the merchant, and nothing more can be shared. */
  finished: boolean
}

export interface ShareOrder {
  readonly outOrderNo: string
  readonly orderId: string
  readonly kind: 'single' | 'multi' | 'finish'
  readonly shares: readonly Share[]
  readonly description: string
  readonly createdAtMs: number
  readonly returns: ShareReturn[]
}

export interface Share {
  readonly type: ReceiverType
  readonly account: string
  readonly amount: number
  readonly description: string
}

export interface ShareReturn {
  readonly outReturnNo: string
  readonly returnNo: string
  readonly account: string
  readonly amount: number
  readonly description: string
  readonly atMs: number
}

export type ReceiverType = 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID'

export interface Receiver {
  readonly type: ReceiverType
  readonly account: string
  readonly relationType: string
}

/** A merchant's receivers are found by this. */
export const receiverKey = ({ type, account }: Pick<Receiver, 'type' | 'account'>): string => `${type}/${account}`
