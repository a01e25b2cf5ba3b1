import type { Sale, SaleRefusal } from '../../cashier/payment-request.ts'
import type { EmulatorContext } from '../../service.ts'
import type { User } from '../../users/users.ts'
import { payVirtual, placeVirtual, type VirtualPurchase } from './book/orders.ts'
import type { Env } from './book/virtual-book.ts'
import { paySig, userSignature } from './sign-xpay.ts'
import type { XpayService } from './xpay-service.ts'

type Params = Readonly<Record<string, unknown>>

/** wx.requestVirtualPayment: checks as WeChat does, with its codes, and places the order. */
export const virtualSale = (context: EmulatorContext, xpay: XpayService, user: User, params: Params): Sale => {
  const read = readPurchase(xpay, user, params)
  if ('message' in read) return refused(read)
  const order = placeVirtual(xpay.book, read, context.clock.now())
  if (order === undefined) return refused(refusal(-15002, 'outTradeNo重复使用,请换新单号重试'))
  xpay.save()
  return {
    api: 'requestVirtualPayment',
    outTradeNo: order.outTradeNo,
    merchantName: '虚拟支付',
    body: `${nameOf(xpay, order)} × ${order.quantity}`,
    totalFee: order.orderFee,
    pay: ({ notice }) => {
      if (!payVirtual(xpay.book, order, context.clock.now())) return { message: '该订单已支付' }
      context.events.add({
        from: 'person',
        to: 'xpay',
        kind: 'change',
        name: `paid ${(order.orderFee / 100).toFixed(2)} yuan`,
        user: user.name,
        orderNo: order.outTradeNo,
        ok: true,
        detail: order,
      })
      xpay.paid(order, notice)
      return undefined
    },
  }
}

const nameOf = ({ settings: { productNames } }: XpayService, { productId }: VirtualPurchase): string => {
  if (productId === undefined) return '代币'
  return Object.hasOwn(productNames, productId) ? (productNames[productId] ?? productId) : productId
}

const readPurchase = (xpay: XpayService, user: User, params: Params): VirtualPurchase | SaleRefusal => {
  const { mode, signData } = params
  if (mode !== 'short_series_goods' && mode !== 'short_series_coin') return refusal(-15001, '参数错误: mode')
  const data = typeof signData === 'string' ? readJson(signData) : undefined
  if (data === undefined || typeof signData !== 'string') return refusal(-15016, 'signData格式有问题')
  const env = data.env ?? 0
  if (env !== 0 && env !== 1) return refusal(-15001, '参数错误: env')
  if (params.signature !== userSignature(signData, user.sessionKey)) return refusal(-15005, '用户态签名signature错误')
  if (params.paySig !== paySig('requestVirtualPayment', signData, xpay.appKey(env)))
    return refusal(-15006, '支付签名paySig错误')
  return checkData(xpay, user, mode, env, data)
}

const checkData = (
  xpay: XpayService,
  user: User,
  mode: VirtualPurchase['mode'],
  env: Env,
  data: Params,
): VirtualPurchase | SaleRefusal => {
  const { offerId, buyQuantity, currencyType, productId, goodsPrice, outTradeNo, attach = '' } = data
  if (offerId !== xpay.offerId) return refusal(-15001, '参数错误: offerId')
  if (currencyType !== 'CNY') return refusal(-15004, 'currencyType错误,目前只能填CNY')
  if (!isCount(buyQuantity)) return refusal(-15001, '参数错误: buyQuantity')
  if (typeof outTradeNo !== 'string' || !/^[\w-]{8,32}$/.test(outTradeNo))
    return refusal(-15001, '参数错误: outTradeNo')
  const common = {
    outTradeNo,
    openid: user.openid,
    env,
    mode,
    quantity: buyQuantity,
    attach: typeof attach === 'string' ? attach : JSON.stringify(attach),
  }
  if (mode === 'short_series_coin') return { ...common, price: xpay.settings.coinPriceFen }
  const listed = Object.keys(xpay.settings.products).length > 0
  if (
    typeof productId !== 'string' ||
    productId === '' ||
    (listed && !Object.hasOwn(xpay.settings.products, productId))
  )
    return refusal(-15010, '道具productId未发布')
  if (!isCount(goodsPrice) || (listed && xpay.settings.products[productId] !== goodsPrice))
    return refusal(-15013, 'goodsPrice道具价格错误')
  return { ...common, productId, price: goodsPrice }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1

const refusal = (errCode: number, message: string): SaleRefusal => ({ errCode, message, atOnce: true })

const refused = (why: SaleRefusal): Sale => ({
  api: 'requestVirtualPayment',
  outTradeNo: '',
  merchantName: '',
  body: '',
  totalFee: 0,
  refusal: why,
  pay: () => why,
})

const readJson = (text: string): Params | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : undefined
  } catch {
    return undefined
  }
}
