import { compactBeijingTime } from '../book/beijing-time.ts'
import { findShareOrder, returnShare } from '../book/sharing/return-share.ts'
import { finishSharing, shareProfit } from '../book/sharing/share-profit.ts'
import { type Receiver, receiverKey, type Share, type ShareOrder, type ShareReturn } from '../book/sharing/types.ts'
import { refuse, type Trade } from '../book/types.ts'
import { commonRules, type FieldRules, fieldsRefusal, text } from './check-fields.ts'
import { answer, type Fields, type Method } from './method.ts'

/** WeChat settles shares within seconds; until then they are being processed. */
const settleMs = 1_000

const number64 = { required: true, maxBytes: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ }
const shareRules: FieldRules = {
  ...commonRules,
  transaction_id: { required: true, maxBytes: 32 },
  out_order_no: number64,
  receivers: { required: true, maxBytes: 10_240 },
}

const share =
  (kind: 'single' | 'multi'): Method =>
  ({ pay, fields, nowMs }) => {
    const refusal = fieldsRefusal(fields, shareRules)
    if (refusal !== undefined) return refusal
    const shares = readList(fields.receivers)
    if (shares === undefined) return refuse('PARAM_ERROR', 'receivers参数格式错误')
    const shared = shareProfit(
      pay.book,
      {
        mchid: String(fields.sub_mch_id),
        transactionId: String(fields.transaction_id),
        outOrderNo: String(fields.out_order_no),
        kind,
        shares,
      },
      nowMs,
    )
    if (!shared.ok) return shared
    pay.save(shared.trade)
    return answer(named(shared.trade, shared.order))
  }

const finish: Method = ({ pay, fields, nowMs }) => {
  const { receivers: _, ...rules } = shareRules
  const refusal = fieldsRefusal(fields, { ...rules, description: { required: true, maxBytes: 80 } })
  if (refusal !== undefined) return refusal
  const finished = finishSharing(
    pay.book,
    {
      mchid: String(fields.sub_mch_id),
      transactionId: String(fields.transaction_id),
      outOrderNo: String(fields.out_order_no),
      description: String(fields.description),
    },
    nowMs,
  )
  if (!finished.ok) return finished
  pay.save(finished.trade)
  return answer(named(finished.trade, finished.order))
}

const query: Method = ({ pay, fields, nowMs }) => {
  const { receivers: _, ...rules } = shareRules
  const refusal = fieldsRefusal(fields, rules)
  if (refusal !== undefined) return refusal
  const found = findShareOrder(pay.book, { mchid: String(fields.sub_mch_id), outOrderNo: String(fields.out_order_no) })
  if (found?.trade.payment?.transactionId !== fields.transaction_id || found === undefined)
    return refuse('ORDERNOTEXIST', '分账单不存在')
  const { trade, order } = found
  const settled = nowMs - order.createdAtMs >= settleMs
  const status = settled ? 'FINISHED' : 'PROCESSING'
  if (order.kind === 'finish')
    return answer({
      ...named(trade, order),
      status,
      amount: trade.totalFee - sharedFee(trade),
      description: order.description,
    })
  const receivers = order.shares.map((one) => ({
    ...one,
    result: settled ? 'SUCCESS' : 'PENDING',
    ...(settled ? { finish_time: compactBeijingTime(order.createdAtMs + settleMs) } : {}),
  }))
  return answer({ ...named(trade, order), status, receivers: JSON.stringify(receivers) })
}

const returnRules: FieldRules = {
  ...commonRules,
  out_return_no: number64,
  return_account_type: { required: true, oneOf: ['MERCHANT_ID'] },
  return_account: { required: true, maxBytes: 64 },
  return_amount: { required: true, integer: true },
  description: { required: true, maxBytes: 80 },
}

const giveBack: Method = ({ pay, fields, nowMs }) => {
  const refusal = fieldsRefusal(fields, returnRules)
  if (refusal !== undefined) return refusal
  const returned = returnShare(
    pay.book,
    {
      mchid: String(fields.sub_mch_id),
      orderId: text(fields, 'order_id'),
      outOrderNo: text(fields, 'out_order_no'),
      outReturnNo: String(fields.out_return_no),
      account: String(fields.return_account),
      amount: Number(fields.return_amount),
      description: String(fields.description),
    },
    nowMs,
  )
  if (!returned.ok) return returned
  pay.save(returned.trade)
  return answer(returnFields(returned.order, returned.back))
}

const queryReturn: Method = ({ pay, fields }) => {
  const refusal = fieldsRefusal(fields, { ...commonRules, out_return_no: number64 })
  if (refusal !== undefined) return refusal
  const order = findShareOrder(pay.book, {
    mchid: String(fields.sub_mch_id),
    orderId: text(fields, 'order_id'),
    outOrderNo: text(fields, 'out_order_no'),
  })?.order
  const back = order?.returns.find((one) => one.outReturnNo === fields.out_return_no)
  return order === undefined || back === undefined
    ? refuse('ORDERNOTEXIST', '回退单不存在')
    : answer(returnFields(order, back))
}

const receiver =
  (act: 'add' | 'remove'): Method =>
  ({ pay, fields }) => {
    const refusal = fieldsRefusal(fields, { ...commonRules, receiver: { required: true, maxBytes: 2048 } })
    if (refusal !== undefined) return refusal
    const given = readJson(fields.receiver) as Readonly<Record<string, unknown>> | undefined
    if (!isReceiver(given)) return refuse('PARAM_ERROR', 'receiver参数格式错误')
    if (act === 'add' && text(given, 'relation_type') === undefined)
      return refuse('PARAM_ERROR', '缺少参数relation_type')
    if (act === 'add' && given.type === 'MERCHANT_ID' && text(given, 'name') === undefined)
      return refuse('PARAM_ERROR', '接收方为商户时name必传')
    const mchid = String(fields.sub_mch_id)
    const known = pay.book.receivers.get(mchid) ?? new Map<string, Receiver>()
    pay.book.receivers.set(mchid, known)
    if (act === 'remove' && !known.delete(receiverKey(given))) return refuse('USER_NOT_EXIST', '分账接收方不存在')
    if (act === 'add') known.set(receiverKey(given), { ...given, relationType: String(given.relation_type) })
    pay.saveReceivers(mchid)
    const { name: _, ...echoed } = given
    return answer({ receiver: JSON.stringify(echoed) })
  }

/** The eight methods for sharing a payment with others, by their cloudPay names. */
export const profitSharingMethods: Readonly<Record<string, Method>> = {
  profitSharing: share('single'),
  multiProfitSharing: share('multi'),
  profitSharingQuery: query,
  profitSharingFinish: finish,
  profitSharingReturn: giveBack,
  profitSharingReturnQuery: queryReturn,
  profitSharingAddReceiver: receiver('add'),
  profitSharingRemoveReceiver: receiver('remove'),
}

const named = (trade: Trade, order: ShareOrder): Fields => ({
  transaction_id: trade.payment?.transactionId,
  out_order_no: order.outOrderNo,
  order_id: order.orderId,
})

const returnFields = (order: ShareOrder, back: ShareReturn): Fields => ({
  order_id: order.orderId,
  out_order_no: order.outOrderNo,
  out_return_no: back.outReturnNo,
  return_no: back.returnNo,
  return_account_type: 'MERCHANT_ID',
  return_account: back.account,
  return_amount: back.amount,
  description: back.description,
  result: 'SUCCESS',
  finish_time: compactBeijingTime(back.atMs),
})

const sharedFee = (trade: Trade) =>
  (trade.sharing?.orders ?? []).flatMap((order) => order.shares).reduce((total, one) => total + one.amount, 0)

/** The documents want JSON in a string; an object that the SDK has passed through is read as well. */
const readJson = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

const readList = (value: unknown): readonly Share[] | undefined => {
  const list = readJson(value)
  if (!Array.isArray(list) || !list.every(isReceiver)) return undefined
  return list.map(({ type, account, amount, description }) => ({
    type,
    account,
    amount: Number(amount),
    description: String(description ?? ''),
  }))
}

const isReceiver = (
  value: Readonly<Record<string, unknown>> | undefined,
): value is Pick<Receiver, 'type' | 'account'> & Readonly<Record<string, unknown>> =>
  typeof value?.account === 'string' &&
  ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'].includes(String(value.type))
