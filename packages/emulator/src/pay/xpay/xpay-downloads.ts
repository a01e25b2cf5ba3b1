import { compactBeijingTime, readableBeijingTime } from '../book/beijing-time.ts'
import { virtualStatus } from './book/orders.ts'
import type { VirtualOrder, VirtualRefund } from './book/virtual-book.ts'
import { xpayRefuse } from './book/virtual-book.ts'
import type { XpayCall, XpayMethod } from './xpay-methods.ts'

const day = 86_400_000

/** The address comes with the second request, as with WeChat: the first one only starts the work. */
const downloadBill: XpayMethod = {
  paySig: true,
  signature: false,
  run: (call) => {
    const days = daysOf(call.body)
    if (days === undefined) return xpayRefuse(268490002, 'begin_ds or end_ds is invalid')
    const name = `bill-${days.begin}-${days.end}`
    if (!call.xpay.files.has(name)) {
      call.xpay.files.set(name, billOf(call, days))
      return xpayRefuse(268490011, 'data is being generated, please call again later')
    }
    return { ok: true, fields: { url: urlOf(call, name) } }
  },
}

const startDownloadOrder: XpayMethod = {
  paySig: true,
  signature: false,
  run: (call) => {
    const days = daysOf(call.body)
    if (days === undefined || days.length > 31) return xpayRefuse(268490002, 'begin_ds or end_ds is invalid')
    const type = Number(call.body.order_type)
    if (![1, 2, 3, 4].includes(type)) return xpayRefuse(268490002, 'order_type is invalid')
    const name = `orders-${days.begin}-${days.end}-${type}-${call.xpay.files.size}`
    call.xpay.files.set(name, ordersOf(call, days, type))
    return { ok: true, fields: { task_id: name } }
  },
}

const queryDownloadOrder: XpayMethod = {
  paySig: true,
  signature: false,
  run: (call) => {
    const name = String(call.body.task_id)
    if (!call.xpay.files.has(name)) return xpayRefuse(268490002, 'task_id not exist')
    const expireAt = Math.floor(call.nowMs / 1000) + 1800
    return { ok: true, fields: { task_id: name, status: 2, download_url: urlOf(call, name), expire_at: expireAt } }
  },
}

export const downloadMethods: Readonly<Record<string, XpayMethod>> = {
  download_bill: downloadBill,
  start_download_order: startDownloadOrder,
  query_download_order: queryDownloadOrder,
}

const urlOf = ({ context }: XpayCall, name: string) => `${context.address()}/xpay/file/${name}`

interface Days {
  readonly begin: string
  readonly end: string
  readonly length: number
}

const daysOf = (body: Readonly<Record<string, unknown>>): Days | undefined => {
  const [begin, end] = [String(body.begin_ds), String(body.end_ds)]
  const [from, to] = [startOf(begin), startOf(end)]
  return from === undefined || to === undefined || to < from ? undefined : { begin, end, length: (to - from) / day + 1 }
}

const startOf = (text: string): number | undefined => {
  const ms = Date.parse(`${text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')}T00:00:00+08:00`)
  return Number.isNaN(ms) ? undefined : ms
}

const within = ({ begin, end }: Days, ms: number) => {
  const date = compactBeijingTime(ms).slice(0, 8)
  return date >= begin && date <= end
}

/** The documents do not say what columns the files have; these are the fields of query_order that an accountant needs. */
const billOf = ({ xpay }: XpayCall, days: Days): string =>
  csv(
    ['支付时间', '订单号', '微信单号', '交易单号', '类型', '金额(分)', '技术服务费(分)'],
    [...xpay.book.orders.values()]
      .filter((order) => order.paidAtMs !== undefined && within(days, order.paidAtMs))
      .map((order) => [
        readableBeijingTime(order.paidAtMs ?? 0),
        order.outTradeNo,
        order.wxOrderId,
        order.transactionId ?? '',
        '支付',
        order.orderFee,
        Math.round(order.orderFee / 100),
      ])
      .concat(
        [...xpay.book.refunds.values()]
          .filter((refund) => refund.doneAtMs !== undefined && within(days, refund.doneAtMs))
          .map((refund) => [
            readableBeijingTime(refund.doneAtMs ?? 0),
            refund.outTradeNo,
            refund.wxRefundId,
            refund.refundOrderId,
            '退款',
            -refund.fee,
            -Math.round(refund.fee / 100),
          ]),
      ),
  )

const ordersOf = ({ xpay, body, env }: XpayCall, days: Days, type: number): string => {
  if (type === 4)
    return csv(
      ['退款单号', '支付单号', '退款金额(分)', '状态'],
      [...xpay.book.refunds.values()]
        .filter((refund: VirtualRefund) => refund.env === env && within(days, refund.createdAtMs))
        .map((refund) => [refund.refundOrderId, refund.outTradeNo, refund.fee, refund.doneAtMs === undefined ? 4 : 2]),
    )
  const mode = type === 1 ? 'short_series_coin' : 'short_series_goods'
  const provided = body.is_provided !== false
  return csv(
    ['商户单号', '微信单号', '用户', '金额(分)', '状态', '创建时间'],
    [...xpay.book.orders.values()]
      .filter((order: VirtualOrder) => order.env === env && order.mode === mode && within(days, order.createdAtMs))
      .filter((order) => type !== 2 || (order.provideAtMs !== undefined) === provided)
      .map((order) => [
        order.outTradeNo,
        order.wxOrderId,
        order.openid,
        order.orderFee,
        virtualStatus(order),
        readableBeijingTime(order.createdAtMs),
      ]),
  )
}

const csv = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, ...rows].map((row) => row.join(',')).join('\r\n')
