import { isIP } from 'node:net'
import { parseBeijingTime } from '../book/beijing-time.ts'
import { outTradeNoPattern, placeTrade } from '../book/place-trade.ts'
import { refuse } from '../book/types.ts'
import { signPayment } from '../sign-v2.ts'
import { commonRules, type FieldRules, fieldsRefusal, text } from './check-fields.ts'
import { answer, type Method } from './method.ts'
import { notifyTarget } from './notify-target.ts'

// https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/open/pay/CloudPay.unifiedOrder.html
const rules: FieldRules = {
  function_name: { required: true },
  env_id: { required: true },
  ...commonRules,
  body: { required: true, maxBytes: 128 },
  out_trade_no: { required: true, maxBytes: 32, pattern: outTradeNoPattern },
  total_fee: { required: true, integer: true },
  spbill_create_ip: { required: true, maxBytes: 64 },
  device_info: { maxBytes: 32 },
  detail: { maxBytes: 6000 },
  attach: { maxBytes: 127 },
  fee_type: { oneOf: ['CNY'] },
  time_start: { maxBytes: 14 },
  time_expire: { maxBytes: 14 },
  goods_tag: { maxBytes: 32 },
  // The sample of the documents leaves it out, so it must not be required.
  trade_type: { oneOf: ['JSAPI'] },
  limit_pay: { oneOf: ['no_credit'] },
  profit_sharing: { oneOf: ['Y', 'N'] },
  receipt: { oneOf: ['Y', 'N'] },
  scene_info: { maxBytes: 256 },
}

export const unifiedOrder: Method = ({ context, pay, fields, call, appid, nowMs }) => {
  const refusal = fieldsRefusal(fields, rules)
  if (refusal !== undefined) return refusal
  if (isIP(String(fields.spbill_create_ip)) === 0) return refuse('PARAM_ERROR', 'invalid spbill_create_ip')
  const openid = text(fields, 'sub_openid') ?? text(fields, 'openid') ?? call.caller?.openid
  if (openid === undefined) return refuse('PARAM_ERROR', 'JSAPI支付必须传openid')
  if (!/^o[\w-]{27}$/.test(openid)) return refuse('PARAM_ERROR', 'sub_openid is invalid')
  const timeExpireMs = moment(fields.time_expire)
  if (Number.isNaN(timeExpireMs) || Number.isNaN(moment(fields.time_start)))
    return refuse('PARAM_ERROR', 'time_expire参数格式错误')

  const placed = placeTrade(
    pay.book,
    {
      mchid: String(fields.sub_mch_id),
      appid,
      outTradeNo: String(fields.out_trade_no),
      openid,
      totalFee: Number(fields.total_fee),
      body: String(fields.body),
      tradeType: 'JSAPI',
      profitSharing: fields.profit_sharing === 'Y',
      notifyTo: notifyTarget(fields),
      // Nonce and client address may differ between a request and its repetition; the rest may not.
      rest: JSON.stringify(
        ['detail', 'goods_tag', 'limit_pay', 'receipt', 'scene_info', 'time_start'].map((name) => fields[name] ?? ''),
      ),
      ...optional('attach', text(fields, 'attach')),
      ...optional('deviceInfo', text(fields, 'device_info')),
      ...optional('timeExpireMs', timeExpireMs),
    },
    nowMs,
  )
  if (!placed.ok) return placed
  pay.save(placed.trade)
  if (fields.env_id !== context.options.envId)
    context.log(
      `unifiedOrder ${fields.out_trade_no}: envId ${fields.env_id} is not this environment (${context.options.envId}), so its notice will go nowhere`,
    )

  const { prepayId } = placed.trade
  return answer({
    trade_type: 'JSAPI',
    prepay_id: prepayId,
    payment: signPayment(
      {
        appId: appid,
        timeStamp: String(Math.floor(nowMs / 1000)),
        nonceStr: pay.nonce(),
        package: `prepay_id=${prepayId}`,
        signType: 'MD5',
      },
      pay.apiKey,
    ),
  })
}

/** undefined when absent, NaN when it is no time. */
const moment = (value: unknown): number | undefined =>
  value === undefined || value === '' || value === null ? undefined : (parseBeijingTime(String(value)) ?? Number.NaN)

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
