import { accountOf, type Env, envKey, type VirtualBook, type XpayOutcome, xpayRefuse } from './virtual-book.ts'

export interface CoinRequest {
  readonly env: Env
  readonly openid: string
  readonly orderId: string
  readonly amount: number
}

const balance = (book: VirtualBook, { env, openid }: CoinRequest) => {
  const account = accountOf(book, env, openid)
  return account.paid + account.present
}

/** Presented coins go first. The same order id again has been done already, and says so. */
export const payCoins = (
  book: VirtualBook,
  request: CoinRequest,
): XpayOutcome<{ readonly balance: number; readonly usedPresent: number }> => {
  const wrong = check(book, request)
  if (wrong !== undefined) return wrong
  const account = accountOf(book, request.env, request.openid)
  if (account.paid + account.present < request.amount) return xpayRefuse(268490006, 'coin balance not enough')
  const usedPresent = Math.min(account.present, request.amount)
  account.present -= usedPresent
  account.paid -= request.amount - usedPresent
  account.sumCost += request.amount
  book.moves.set(envKey(request.env, request.orderId), {
    ...request,
    kind: 'pay',
    fromPresent: usedPresent,
    returned: 0,
  })
  return { ok: true, balance: balance(book, request), usedPresent }
}

/** Gives coins of a payment back, to where they came from: bought ones first. */
export const cancelCoins = (
  book: VirtualBook,
  request: CoinRequest & { readonly payOrderId: string },
): XpayOutcome<{ readonly balance: number }> => {
  const wrong = check(book, request)
  if (wrong !== undefined) return wrong
  const paid = book.moves.get(envKey(request.env, request.payOrderId))
  if (paid?.kind !== 'pay' || paid.openid !== request.openid) return xpayRefuse(268490002, 'pay_order_id not exist')
  if (paid.returned + request.amount > paid.amount) return xpayRefuse(268490006, 'amount is more than was paid')
  const bought = paid.amount - paid.fromPresent
  const toPaid = Math.min(request.amount, Math.max(0, bought - paid.returned))
  paid.returned += request.amount
  const account = accountOf(book, request.env, request.openid)
  account.paid += toPaid
  account.present += request.amount - toPaid
  account.sumCost -= request.amount
  const { payOrderId: _, ...kept } = request
  book.moves.set(envKey(request.env, request.orderId), { ...kept, kind: 'cancel', fromPresent: 0, returned: 0 })
  return { ok: true, balance: balance(book, request) }
}

export const presentCoins = (
  book: VirtualBook,
  request: CoinRequest,
): XpayOutcome<{ readonly balance: number; readonly presented: number }> => {
  const wrong = check(book, request)
  if (wrong !== undefined) return wrong
  const account = accountOf(book, request.env, request.openid)
  account.present += request.amount
  account.sumPresent += request.amount
  book.moves.set(envKey(request.env, request.orderId), { ...request, kind: 'present', fromPresent: 0, returned: 0 })
  return { ok: true, balance: balance(book, request), presented: account.sumPresent }
}

const check = (book: VirtualBook, { env, orderId, amount }: CoinRequest) => {
  if (orderId === '') return xpayRefuse(268490002, 'order_id is empty')
  if (!Number.isSafeInteger(amount) || amount < 1) return xpayRefuse(268490002, 'amount must be greater than 0')
  return book.moves.has(envKey(env, orderId)) ? xpayRefuse(268490004, 'repeated operation') : undefined
}
