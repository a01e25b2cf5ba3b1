/// <reference lib="dom" />
import { get, post } from './api.ts'
import { dateTime, yuan } from './format.ts'
import { t } from './lang.ts'
import { useFresh } from './live.ts'
import { useTry } from './use-try.ts'
import { VirtualOrders } from './virtual.tsx'

interface Trade {
  readonly mchid: string
  readonly outTradeNo: string
  readonly openid: string
  readonly totalFee: number
  readonly body: string
  readonly createdAtMs: number
  readonly timeExpireMs?: number
  readonly state: string
  readonly refundableFee: number
  readonly payment?: { readonly transactionId: string; readonly paidAtMs: number; readonly cashFee: number }
  readonly refunds: readonly Refund[]
}

interface Refund {
  readonly outRefundNo: string
  readonly refundFee: number
  readonly state: string
  readonly acceptedAtMs: number
}

export const Payments = ({ stamp, onOrder }: { stamp: unknown; onOrder: (order: string) => void }) => {
  const { value, error, refresh } = useFresh(() => get<{ trades: readonly Trade[] }>('pay'), stamp)
  const { attempt, problem } = useTry(refresh)
  const pay = (outTradeNo: string, notice: string) => attempt(() => post('pay/outcome', { outTradeNo, notice }))
  const settle = (outRefundNo: string, status: string) =>
    attempt(() => post(`pay/refunds/${encodeURIComponent(outRefundNo)}/settle`, { status }))
  return (
    <section aria-label={t('支付', 'Payments')}>
      {[error, problem].filter(Boolean).map((text) => (
        <p key={text} class="problem" role="alert">
          {text}
        </p>
      ))}
      {value?.trades.length === 0 && (
        <p class="empty">{t('还没有订单下到微信支付。', 'No order has reached WeChat Pay yet.')}</p>
      )}
      {value !== undefined && value.trades.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('商户订单号', 'Order')}</th>
              <th>{t('状态', 'State')}</th>
              <th class="number">{t('金额', 'Amount')}</th>
              <th>{t('商品', 'Goods')}</th>
              <th>{t('下单', 'Placed')}</th>
              <th>{t('支付与退款', 'Payment and refunds')}</th>
            </tr>
          </thead>
          <tbody>
            {value.trades.map((trade) => (
              <tr key={trade.mchid + trade.outTradeNo}>
                <td>
                  <button
                    type="button"
                    class="link"
                    title={t('看它的时间线', 'Its timeline')}
                    onClick={() => onOrder(trade.outTradeNo)}
                  >
                    {trade.outTradeNo}
                  </button>
                </td>
                <td>
                  <span class={`state ${trade.state}`}>{trade.state}</span>
                </td>
                <td class="number">{yuan(trade.totalFee)}</td>
                <td>{trade.body}</td>
                <td class="when">{dateTime(trade.createdAtMs)}</td>
                <td>
                  {trade.payment !== undefined && (
                    <div class="paid">
                      <span class="when">{dateTime(trade.payment.paidAtMs)}</span>{' '}
                      <code>{trade.payment.transactionId}</code>
                    </div>
                  )}
                  {trade.state === 'NOTPAY' && (
                    <span class="actions">
                      <button type="button" onClick={() => pay(trade.outTradeNo, 'normal')}>
                        {t('支付', 'Pay')}
                      </button>
                      <button type="button" onClick={() => pay(trade.outTradeNo, 'lost')}>
                        {t('支付，通知丢失', 'Pay, lose notice')}
                      </button>
                    </span>
                  )}
                  {trade.refunds.map((refund) => (
                    <div key={refund.outRefundNo} class="refund">
                      <span class={`state ${refund.state}`}>{refund.state}</span> {yuan(-refund.refundFee)}{' '}
                      <code>{refund.outRefundNo}</code>
                      {(refund.state === 'PROCESSING' || refund.state === 'CHANGE') && (
                        <span class="actions">
                          <button type="button" onClick={() => settle(refund.outRefundNo, 'SUCCESS')}>
                            {t('到账', 'Arrive')}
                          </button>
                          <button type="button" onClick={() => settle(refund.outRefundNo, 'CHANGE')}>
                            {t('异常', 'Get stuck')}
                          </button>
                          <button type="button" onClick={() => settle(refund.outRefundNo, 'REFUNDCLOSE')}>
                            {t('关闭', 'Close')}
                          </button>
                        </span>
                      )}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <VirtualOrders stamp={stamp} onOrder={onOrder} />
    </section>
  )
}
