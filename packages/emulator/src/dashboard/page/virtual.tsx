/// <reference lib="dom" />
import { get } from './api.ts'
import { dateTime, yuan } from './format.ts'
import { t } from './lang.ts'
import { useFresh } from './live.ts'

interface VirtualView {
  readonly offerId: string
  readonly settings: {
    readonly pushTo: string
    readonly coinPriceFen: number
    readonly productNames: Readonly<Record<string, string>>
  }
  readonly orders: readonly {
    readonly outTradeNo: string
    readonly env: number
    readonly mode: string
    readonly productId?: string
    readonly quantity: number
    readonly orderFee: number
    readonly leftFee: number
    readonly createdAtMs: number
    readonly paidAtMs?: number
    readonly provideAtMs?: number
  }[]
}

/** Orders of virtual payment, below the ordinary ones; nothing while there are none. */
export const VirtualOrders = ({ stamp, onOrder }: { stamp: unknown; onOrder: (order: string) => void }) => {
  const { value } = useFresh(() => get<VirtualView>('xpay'), stamp)
  if (value === undefined || value.orders.length === 0) return null
  return (
    <section class="virtual" aria-label={t('虚拟支付', 'Virtual payment')}>
      <h2>{t('虚拟支付', 'Virtual payment')}</h2>
      <p class="quiet">
        offerId {value.offerId} · {t('推送到', 'pushes to')} {value.settings.pushTo || t('（未设置）', '(nobody)')}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('订单', 'Order')}</th>
            <th>{t('状态', 'State')}</th>
            <th class="number">{t('金额', 'Amount')}</th>
            <th>{t('内容', 'Goods')}</th>
            <th>{t('下单', 'Placed')}</th>
          </tr>
        </thead>
        <tbody>
          {value.orders.map((order) => (
            <tr key={`${order.env}${order.outTradeNo}`}>
              <td>
                <button type="button" class="link" onClick={() => onOrder(order.outTradeNo)}>
                  {order.outTradeNo}
                </button>
                {order.env === 1 && ` ${t('沙箱', 'sandbox')}`}
              </td>
              <td>
                <span class={`state ${stateOf(order).mood}`}>{stateOf(order).text}</span>
              </td>
              <td class="number">{yuan(order.orderFee)}</td>
              <td>
                {order.productId === undefined
                  ? t('代币', 'coins')
                  : (value.settings.productNames[order.productId] ?? order.productId)}{' '}
                × {order.quantity}
              </td>
              <td class="when">{dateTime(order.createdAtMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const stateOf = (order: VirtualView['orders'][number]) => {
  if (order.paidAtMs === undefined) return { text: t('未支付', 'not paid'), mood: 'NOTPAY' }
  if (order.leftFee < order.orderFee) return { text: t('有退款', 'refunded'), mood: 'REFUND' }
  return order.provideAtMs === undefined
    ? { text: t('待发货', 'to deliver'), mood: 'waiting' }
    : { text: t('已发货', 'delivered'), mood: 'SUCCESS' }
}
