import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { viewTrade } from '../pay/pay-routes.ts'
import type { PayService } from '../pay/pay-service.ts'
import { type EmulatorContext, HttpError, RawReply, type Route, type RouteRequest } from '../service.ts'
import { act } from './act.ts'
import { bundlePage } from './bundle-page.ts'
import type { CashierService } from './cashier-service.ts'
import { openRequest, type PaymentRequest } from './payment-request.ts'
import { readChoice } from './read-choice.ts'

export const cashierRoutes = (context: EmulatorContext, cashier: CashierService): readonly Route[] => {
  const pay = () => context.service<PayService>('pay')
  const find = (requestId: unknown): PaymentRequest => {
    const request = cashier.requests.get(String(requestId))
    if (request === undefined) throw new HttpError(404, `there is no cashier ${String(requestId)}`)
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
        const request = openRequest(context, pay(), user, body, cashier.newRequestId())
        cashier.requests.set(request.requestId, request)
        context.events.add({
          from: 'client',
          to: 'pay',
          kind: 'call',
          name: 'requestPayment',
          user: user.name,
          ok: request.refusal === undefined,
          detail: { package: body.package, refusal: request.refusal },
          ...(request.trade === undefined ? {} : { orderNo: request.trade.outTradeNo }),
        })
        // WeChat refuses these before it shows anything.
        if (request.trade === undefined) request.errMsg = `requestPayment:fail ${request.refusal}`
        return {
          requestId: request.requestId,
          cashierUrl: `${context.address()}/__emulator/cashier?requestId=${request.requestId}`,
          ...(request.errMsg === undefined ? {} : { errMsg: request.errMsg }),
        }
      },
    },
    {
      method: 'GET',
      path: '/client/pay/request/:requestId',
      about: 'what the mini-program was told: {errMsg?}; no errMsg while the cashier is open, or was left for ever',
      handle: ({ params }) => {
        const { errMsg } = find(params.requestId)
        return errMsg === undefined ? {} : { errMsg }
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
      handle: ({ params }) => viewRequest(context, find(params.requestId)),
    },
    {
      method: 'POST',
      path: '/__emulator/cashier/act',
      about:
        'what the person does: {requestId, action: pay|cancel|pay-never-return|pay-report-fail|wrong-password|done, notice?: normal|lost|late|five, coupons?}',
      handle: ({ body }) => act(context, find(body.requestId), readChoice(body)),
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
  const known = cashier.requests.get(String(body.requestId))
  const trade =
    known?.trade ??
    pay.book.byPrepayId.get(String(body.prepayId)) ??
    [...pay.book.trades.values()].reverse().find((one) => one.outTradeNo === body.outTradeNo)
  if (trade === undefined) throw new HttpError(404, 'no such order: name outTradeNo, prepayId or requestId')
  const payer =
    typeof body.user === 'string'
      ? context.users.get(body.user)
      : (user ?? known?.user ?? context.users.byOpenid(trade.openid) ?? someone(trade.openid))
  const request: PaymentRequest = known ?? {
    requestId: cashier.newRequestId(),
    user: payer,
    appid: trade.appid,
    prepayId: typeof body.prepayId === 'string' ? body.prepayId : trade.prepayId,
    trade,
    paid: false,
    passwordTries: 0,
  }
  const choice = readChoice({ action: 'pay', ...body })
  const step = act(context, request, choice)
  if (step.step === 'success') act(context, request, { action: 'done' })
  const errMsg = request.errMsg ?? (step.message === undefined ? undefined : `requestPayment:fail ${step.message}`)
  return { ...(errMsg === undefined ? {} : { errMsg }), trade: viewTrade(trade, context.clock.now()) }
}

/** The payer of an order that was placed for an openid which no test user has. */
const someone = (openid: string) => ({ name: openid, openid, unionid: '', sessionKey: '', clientIp: '203.0.113.1' })

const viewRequest = (context: EmulatorContext, request: PaymentRequest) => {
  const { requestId, user, trade, refusal, errMsg, paid, passwordTries } = request
  const merchant = trade === undefined ? undefined : context.service<PayService>('pay').book.merchants.get(trade.mchid)
  return {
    requestId,
    user: user.name,
    merchantName: merchant?.name ?? (trade === undefined ? '' : `商户 ${trade.mchid}`),
    body: trade?.body ?? '',
    outTradeNo: trade?.outTradeNo ?? '',
    totalFee: trade?.totalFee ?? 0,
    paid,
    passwordTries,
    ...(refusal === undefined ? {} : { refusal }),
    ...(errMsg === undefined ? {} : { errMsg }),
  }
}
