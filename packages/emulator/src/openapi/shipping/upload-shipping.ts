import { confirmedAt, type Parcel, type ShippingRecord } from './shipping-record.ts'

/** A refusal of the shipping service, in WeChat's numbers and words. */
export interface Refusal {
  readonly errcode: number
  readonly errmsg: string
}

export interface PaidTrade {
  readonly transactionId: string
  readonly openid: string
  /** Refunded in full: there is nothing left to ship. */
  readonly refunded: boolean
}

type Input = Readonly<Record<string, unknown>>

const refuse = (errcode: number, errmsg: string): Refusal => ({ errcode, errmsg })

// An express carrier's letter code that demands a contact.
const needsContact = 'SF'
const mostParcels = 15
const longestDescription = 120

/**
 * What one upload makes of a record, or why WeChat refuses it. Pure: the same words in, the same record out.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo
 */
export const uploadShipping = (
  trade: PaidTrade | undefined,
  before: ShippingRecord | undefined,
  input: Input,
  nowMs: number,
): ShippingRecord | Refusal => {
  const { logistics_type: logisticsType, delivery_mode: deliveryMode, is_all_delivered: allDelivered } = input
  if (!isOneOf(logisticsType, [1, 2, 3, 4])) return refuse(10060005, '物流类型有误')
  if (!isOneOf(deliveryMode, [1, 2])) return refuse(268485224, '发货模式非法')
  if (deliveryMode === 2 && logisticsType !== 1) return refuse(10060006, '非快递发货时不允许分拆发货')
  if (deliveryMode === 2 && typeof allDelivered !== 'boolean')
    return refuse(10060007, '分拆发货模式下必须填写 is_all_delivered 字段')
  const uploadedAtMs = readTime(input.upload_time)
  if (uploadedAtMs === undefined) return refuse(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
  const parcels = readParcels(input.shipping_list, logisticsType, uploadedAtMs)
  if ('errcode' in parcels) return parcels
  if (deliveryMode === 1 && parcels.length > 1) return refuse(10060014, '参数错误')
  if (trade === undefined) return refuse(10060001, '支付单不存在')
  if ((input.payer as Input | undefined)?.openid !== trade.openid)
    return refuse(10060031, '该笔支付单不属于 openid 所指定的用户')
  if (trade.refunded || (before !== undefined && confirmedAt(before, nowMs) !== undefined))
    return refuse(10060004, '支付单处于不可发货的状态')
  if (before !== undefined && uploadedAtMs <= before.uploadedAtMs) return refuse(10060023, '发货信息未更新')

  const again =
    before !== undefined &&
    (before.finished || before.deliveryMode !== deliveryMode || before.logisticsType !== logisticsType)
  if (again && before.reshipped) return refuse(10060003, '支付单已使用重新发货机会')
  // Parcels of a split delivery add up; shipping again begins anew.
  const all = before === undefined || again ? parcels : [...before.parcels.filter(other(parcels)), ...parcels]
  if (all.length > mostParcels) return refuse(10060014, '参数错误')
  const finished = deliveryMode === 1 || allDelivered === true
  return {
    transactionId: trade.transactionId,
    logisticsType,
    deliveryMode,
    finished,
    parcels: all,
    uploadedAtMs,
    ...(finished ? { finishedAtMs: nowMs } : {}),
    reshipped: (before?.reshipped ?? false) || again,
    remindedToConfirm: before?.remindedToConfirm ?? false,
  }
}

const other = (parcels: readonly Parcel[]) => (parcel: Parcel) =>
  !parcels.some(({ tracking_no: no }) => no === parcel.tracking_no)

const isOneOf = (value: unknown, allowed: readonly number[]): value is number =>
  typeof value === 'number' && allowed.includes(value)

const readTime = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text))
    return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}

const readParcels = (list: unknown, logisticsType: number, uploadTime: number): readonly Parcel[] | Refusal => {
  if (!Array.isArray(list) || list.length === 0 || list.length > mostParcels) return refuse(10060014, '参数错误')
  const parcels: Parcel[] = []
  for (const item of list as readonly Input[]) {
    const { item_desc: description, tracking_no: trackingNo, express_company: company, contact } = item ?? {}
    if (typeof description !== 'string' || description === '')
      return refuse(10060008, '商品描述 item_desc 字段不能为空')
    if ([...description].length > longestDescription) return refuse(10060009, '商品描述 item_desc 字段太长')
    if (
      logisticsType === 1 &&
      (typeof trackingNo !== 'string' || trackingNo === '' || typeof company !== 'string' || company === '')
    )
      return refuse(10060014, '参数错误')
    if (company === needsContact && !hasContact(contact)) return refuse(10060014, '参数错误')
    parcels.push({
      ...(typeof trackingNo === 'string' ? { tracking_no: trackingNo } : {}),
      ...(typeof company === 'string' ? { express_company: company } : {}),
      item_desc: description,
      ...(contact === undefined ? {} : { contact }),
      upload_time: Math.floor(uploadTime / 1000),
    })
  }
  return parcels
}

/** Masked but for the last four digits. */
const hasContact = (contact: unknown) =>
  Object.values((contact ?? {}) as Input).some((value) => typeof value === 'string' && /\d{4}$/.test(value))
