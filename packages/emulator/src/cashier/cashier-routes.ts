import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { Trade } from '../pay/book/types.ts'
import { viewTrade } from '../pay/pay-routes.ts'
import type { PayService } from '../pay/pay-service.ts'
import { type EmulatorContext, HttpError, RawReply, type Route, type RouteRequest } from '../service.ts'
import { act } from './act.ts'
import { bundlePage } from './bundle-page.ts'
import type { CashierService } from './cashier-service.ts'
import { ordinarySale, saleOf } from './ordinary-sale.ts'
import type { PaymentRequest } from './payment-request.ts'
import { readChoice } from './read-choice.ts'

export const cashierRoutes = (context: EmulatorContext, cashier: CashierService): readonly Route[] => {
  const find = (requestId: unknown): PaymentRequest => {
    const request = typeof requestId === 'string' ? cashier.requests.get(requestId) : undefined
    if (request === undefined) throw new HttpError(404, `there is no cashier ${JSON.stringify(requestId)}`)
    return request
  }
  return [
    {
      method: 'POST',
      path: '/client/pay/request',
      about:
        'wx.requestPayment as the user of x-emulator-user: its parameters; answers {requestId, cashierUrl, errMsg?}',
      handle: ({ user, body }) => {
        if (user === undefined) throw new HttpError(400, 'say who pays with the header x-emulator-user')
        return cashier.open(user, ordinarySale(context, user, body), body)
      },
    },
    {
      method: 'GET',
      path: '/client/pay/request/:requestId',
      about: 'what the mini-program was told: {errMsg?}; no errMsg while the cashier is open, or was left for ever',
      handle: ({ params }) => {
        const { errMsg, errCode } = find(params.requestId)
        return { ...(errMsg === undefined ? {} : { errMsg }), ...(errCode === undefined ? {} : { errCode }) }
      },
    },
    {
      method: 'GET',
      path: '/client/pay.js',
      about:
        'a script for web pages: taropayCashier.requestPayment(params, {user}) shows the cashier and resolves as wx does',
      handle: async () =>
        new RawReply(
          await readFile(join(packageRoot, 'src/cashier/client-pay.js'), 'utf8'),
          'text/javascript; charset=utf-8',
        ),
    },
    {
      method: 'GET',
      path: '/__emulator/cashier',
      about:
        'the cashier as on the phone: ?requestId=; posts {type: "taropay:cashier", requestId, errMsg} to its opener or parent',
      handle: bundlePage('cashier', '微信支付'),
    },
    {
      method: 'GET',
      path: '/__emulator/cashier/:requestId',
      about: 'what the cashier shows',
      handle: ({ params }) => viewRequest(find(params.requestId)),
    },
    {
      method: 'POST',
      path: '/__emulator/cashier/act',
      about:
        'what the person does: {requestId, action: pay|cancel|pay-never-return|pay-report-fail|wrong-password|done, notice?: normal|lost|late|five, coupons?}',
      handle: ({ body }) => act(find(body.requestId), readChoice(body)),
    },
    {
      method: 'POST',
      path: '/__emulator/pay/outcome',
      about:
        'pays without a page: {outTradeNo | prepayId | requestId, action?, notice?, coupons?, user?}; answers {errMsg?, trade}',
      handle: ({ body, user }) => payWithoutPage(context, cashier, body, user),
    },
  ]
}

const payWithoutPage = (
  context: EmulatorContext,
  cashier: CashierService,
  body: Readonly<Record<string, unknown>>,
  user: RouteRequest['user'],
) => {
  const pay = context.service<PayService>('pay')
  const known = cashier.requests.get(body.requestId as string)
  const trade =
    known?.sale.trade ??
    pay.book.byPrepayId.get(body.prepayId as string) ??
    [...pay.book.trades.values()].reverse().find((one) => one.outTradeNo === body.outTradeNo)
  if (trade === undefined && known === undefined)
    throw new HttpError(404, 'no such order: name outTradeNo, prepayId or requestId')
  const request = known ?? requestFor(context, cashier, body, user, trade as Trade)
  const step = act(request, readChoice({ action: 'pay', ...body }))
  if (step.step === 'success') act(request, { action: 'done' })
  const errMsg = request.errMsg ?? (step.message === undefined ? undefined : `${request.sale.api}:fail ${step.message}`)
  return {
    ...(errMsg === undefined ? {} : { errMsg }),
    ...(request.errCode === undefined ? {} : { errCode: request.errCode }),
    ...(trade === undefined ? {} : { trade: viewTrade(trade, context.clock.now()) }),
  }
}

const requestFor = (
  context: EmulatorContext,
  cashier: CashierService,
  body: Readonly<Record<string, unknown>>,
  user: RouteRequest['user'],
  trade: Trade,
): PaymentRequest => {
  const payer =
    typeof body.user === 'string'
      ? context.users.get(body.user)
      : (user ?? context.users.byOpenid(trade.openid) ?? someone(trade.openid))
  const prepayId = typeof body.prepayId === 'string' ? body.prepayId : trade.prepayId
  const sale = saleOf(context, payer, { prepayId, appid: trade.appid }, trade)
  return { requestId: cashier.newRequestId(), user: payer, sale, paid: false, passwordTries: 0 }
}

/** The payer of an order that was placed for an openid which no test user has. */
const someone = (openid: string) => ({ name: openid, openid, unionid: '', sessionKey: '', clientIp: '203.0.113.1' })

const viewRequest = ({ requestId, user, sale, errMsg, paid, passwordTries }: PaymentRequest) => ({
  requestId,
  user: user.name,
  merchantName: sale.merchantName,
  body: sale.body,
  outTradeNo: sale.outTradeNo,
  totalFee: sale.totalFee,
  // Virtual payment knows no coupons of the cashier.
  coupons: sale.api === 'requestPayment',
  paid,
  passwordTries,
  ...(sale.refusal === undefined ? {} : { refusal: sale.refusal.message }),
  ...(errMsg === undefined ? {} : { errMsg }),
})
