import type { CashierService } from '../../cashier/cashier-service.ts'
import { type EmulatorContext, HttpError, RawReply, type Route } from '../../service.ts'
import { virtualSale } from './virtual-sale.ts'
import type { XpayService, XpaySettings } from './xpay-service.ts'

/** The phone's door, and what a person sets up where the real console would be. */
export const xpayClientRoutes = (context: EmulatorContext, xpay: XpayService): readonly Route[] => [
  {
    method: 'POST',
    path: '/client/pay/virtual',
    about: 'wx.requestVirtualPayment as the user of x-emulator-user: {mode, signData, paySig, signature}',
    handle: ({ user, body }) => {
      if (user === undefined) throw new HttpError(400, 'say who pays with the header x-emulator-user')
      return context.service<CashierService>('cashier').open(user, virtualSale(context, xpay, user, body), body)
    },
  },
  {
    method: 'GET',
    path: '/xpay/file/:name',
    about: 'a file that download_bill or query_download_order named',
    handle: ({ params }) => {
      const text = xpay.files.get(params.name ?? '')
      if (text === undefined) throw new HttpError(404, `there is no file ${params.name}`)
      return new RawReply(text, 'text/csv; charset=utf-8')
    },
  },
  {
    method: 'GET',
    path: '/__emulator/xpay',
    about: 'offer id, app keys, settings, orders, refunds and coin accounts of virtual payment',
    handle: () => ({
      offerId: xpay.offerId,
      appKey: xpay.appKey(0),
      sandboxAppKey: xpay.appKey(1),
      settings: xpay.settings,
      orders: [...xpay.book.orders.values()].reverse(),
      refunds: [...xpay.book.refunds.values()].reverse(),
      accounts: Object.fromEntries(xpay.book.accounts),
    }),
  },
  {
    method: 'POST',
    path: '/__emulator/xpay/settings',
    about:
      'any of {pushTo: a function for the pushed messages, coinPriceFen, products: {id: fen}, productNames: {id: name}}',
    handle: ({ body }) => {
      Object.assign(xpay.settings, readSettings(body))
      xpay.save()
      return { settings: xpay.settings }
    },
  },
]

const readSettings = (body: Readonly<Record<string, unknown>>): Partial<XpaySettings> => {
  const { pushTo, coinPriceFen, products, productNames, ...unknown } = body
  const [stranger] = Object.keys(unknown)
  if (stranger !== undefined) throw new HttpError(400, `there is no setting ${stranger}`)
  if (pushTo !== undefined && typeof pushTo !== 'string') throw new HttpError(400, 'pushTo names a function')
  if (coinPriceFen !== undefined && !(Number.isSafeInteger(coinPriceFen) && (coinPriceFen as number) > 0))
    throw new HttpError(400, 'coinPriceFen is a number of fen')
  if (products !== undefined && (typeof products !== 'object' || products === null))
    throw new HttpError(400, 'products are {id: fen}')
  if (productNames !== undefined && !isNames(productNames)) throw new HttpError(400, 'productNames are {id: name}')
  return {
    ...(pushTo === undefined ? {} : { pushTo }),
    ...(coinPriceFen === undefined ? {} : { coinPriceFen: coinPriceFen as number }),
    ...(products === undefined ? {} : { products: products as XpaySettings['products'] }),
    ...(productNames === undefined ? {} : { productNames }),
  }
}

const isNames = (value: unknown): value is XpaySettings['productNames'] =>
  typeof value === 'object' && value !== null && Object.values(value).every((name) => typeof name === 'string')
