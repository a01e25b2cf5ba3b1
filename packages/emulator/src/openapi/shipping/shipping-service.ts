import type { Trade } from '../../pay/book/types.ts'
import type { PayService } from '../../pay/pay-service.ts'
import { type EmulatorContext, HttpError, type Service } from '../../service.ts'
import type { OpenapiService } from '../openapi-service.ts'
import { confirmedAt, type ShippingRecord } from './shipping-record.ts'
import { uploadShipping } from './upload-shipping.ts'

type Input = Readonly<Record<string, unknown>>

/** 发货信息管理: what was shipped of each payment, and when its money is set free. */
export const shippingService = (context: EmulatorContext): Service => {
  const journal = context.journal('shipping')
  const records = new Map<string, ShippingRecord>()
  /** A payment is known to this service only some time after it was made; in the field up to a minute. */
  let indexDelayMs = 0

  const trades = () => [...context.service<PayService>('pay').book.trades.values()]
  const now = () => context.clock.now()

  const find = (key: unknown): Trade | undefined => {
    const { order_number_type: type, transaction_id: id, mchid, out_trade_no: no } = (key ?? {}) as Input
    return trades().find(
      (trade) =>
        trade.payment !== undefined &&
        now() - trade.payment.paidAtMs >= indexDelayMs &&
        (type === 2 || type === undefined
          ? trade.payment.transactionId === id
          : trade.mchid === mchid && trade.outTradeNo === no),
    )
  }

  const save = (record: ShippingRecord) => {
    records.set(record.transactionId, record)
    journal.append(record)
  }

  const refundedFully = (trade: Trade) =>
    trade.refunds.reduce((sum, refund) => sum + (refund.state === 'SUCCESS' ? refund.refundFee : 0), 0) >=
    trade.totalFee

  const upload = (input: Input) => {
    const trade = find(input.order_key)
    const paid = trade?.payment && {
      transactionId: trade.payment.transactionId,
      openid: trade.openid,
      refunded: refundedFully(trade),
    }
    const result = uploadShipping(paid, paid && records.get(paid.transactionId), input, now())
    if ('errcode' in result) return result
    save(result)
    context.events.add({
      from: 'wechat',
      to: 'client',
      kind: 'change',
      name: result.finished ? 'shipped' : 'partly shipped',
      ...(trade === undefined ? {} : { orderNo: trade.outTradeNo }),
      detail: result,
    })
    return {}
  }

  // 1 to be shipped, 2 shipped, 3 confirmed, 5 refunded.
  const stateOf = (trade: Trade, record: ShippingRecord | undefined) => {
    if (refundedFully(trade)) return 5
    if (record === undefined || !record.finished) return 1
    return confirmedAt(record, now()) === undefined ? 2 : 3
  }

  const show = (trade: Trade) => {
    const record = records.get(trade.payment?.transactionId ?? '')
    return {
      transaction_id: trade.payment?.transactionId,
      merchant_id: trade.mchid,
      sub_merchant_id: trade.mchid,
      merchant_trade_no: trade.outTradeNo,
      description: trade.body,
      paid_amount: trade.payment?.cashFee,
      openid: trade.openid,
      trade_create_time: Math.floor(trade.createdAtMs / 1000),
      pay_time: Math.floor((trade.payment?.paidAtMs ?? 0) / 1000),
      in_complaint: false,
      order_state: stateOf(trade, record),
      shipping:
        record === undefined
          ? {}
          : {
              delivery_mode: record.deliveryMode,
              logistics_type: record.logisticsType,
              finish_shipping: record.finished,
              finish_shipping_count: record.reshipped ? 2 : record.finished ? 1 : 0,
              shipping_list: record.parcels.map(({ item_desc, ...parcel }) => ({ ...parcel, goods_desc: item_desc })),
            },
    }
  }

  const notFound = { errcode: 10060001, errmsg: '支付单不存在' }

  const remind = (input: Input) => {
    const trade = find({
      order_number_type: input.transaction_id === undefined ? 1 : 2,
      ...input,
      mchid: input.merchant_id,
      out_trade_no: input.merchant_trade_no,
    })
    const record = records.get(trade?.payment?.transactionId ?? '')
    if (trade === undefined) return notFound
    if (record === undefined || !record.finished || record.remindedToConfirm)
      return { errcode: 10060004, errmsg: '支付单处于不可发货的状态' }
    save({ ...record, remindedToConfirm: true })
    return {}
  }

  return {
    name: 'shipping',
    about:
      '发货信息管理 through openapi: upload, query, reminder, confirmation after 10 or 2 days. No combined orders, no pushed events.',
    start: () => {
      for (const record of journal.replay() as readonly ShippingRecord[]) records.set(record.transactionId, record)
      const openapi = context.service<OpenapiService>('openapi')
      const order = (name: string) => `wxa.sec.order.${name}`
      openapi.answer(order('uploadShippingInfo'), upload)
      openapi.answer(order('getOrder'), (input) => {
        const trade = find({
          order_number_type: input.transaction_id === undefined ? 1 : 2,
          ...input,
          mchid: input.merchant_id,
          out_trade_no: input.merchant_trade_no,
        })
        return trade === undefined ? notFound : { order: show(trade) }
      })
      openapi.answer(order('getOrderList'), (input) => {
        const list = trades()
          .filter((trade) => trade.payment !== undefined)
          .map(show)
        const wanted = list.filter(
          ({ openid, order_state: state }) =>
            (input.openid === undefined || input.openid === openid) &&
            (input.order_state === undefined || input.order_state === state),
        )
        return { order_list: wanted.slice(0, Number(input.page_size ?? 100)), has_more: false, last_index: '' }
      })
      openapi.answer(order('notifyConfirmReceive'), remind)
      openapi.answer(order('setMsgJumpPath'), () => ({}))
      openapi.answer(order('isTradeManaged'), () => ({ is_trade_managed: true }))
      openapi.answer(order('isTradeManagementConfirmationCompleted'), () => ({ completed: true }))
      openapi.answer(order('opspecialorder'), () => ({}))
    },
    reset: () => {
      records.clear()
      indexDelayMs = 0
      journal.rewrite([])
    },
    routes: [
      {
        method: 'GET',
        path: '/__emulator/shipping',
        about: 'Every paid order as the shipping service sees it.',
        handle: () =>
          trades()
            .filter((trade) => trade.payment !== undefined)
            .map(show),
      },
      {
        method: 'POST',
        path: '/__emulator/shipping/settings',
        about: 'How long a payment stays unknown to the shipping service: { indexDelayMs }.',
        handle: ({ body }) => {
          if (typeof body.indexDelayMs !== 'number') throw new HttpError(400, 'give { "indexDelayMs": 60000 }')
          indexDelayMs = body.indexDelayMs
          return { indexDelayMs }
        },
      },
      {
        method: 'POST',
        path: '/client/confirm-receive',
        about: 'The user of x-emulator-user confirms that the goods arrived: { transactionId }.',
        handle: ({ body, user }) => {
          const record = records.get(String(body.transactionId))
          const trade = find({ order_number_type: 2, transaction_id: body.transactionId })
          if (record === undefined || trade === undefined || trade.openid !== user?.openid)
            throw new HttpError(404, 'this user has no shipped payment of that number')
          save({ ...record, confirmedAtMs: confirmedAt(record, now()) ?? now() })
          return { ok: true }
        },
      },
    ],
  }
}
