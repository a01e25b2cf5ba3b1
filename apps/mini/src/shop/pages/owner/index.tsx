import type { Address, OrderView, ShopView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { addressLine } from '../../../address/address-lines.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { moment } from '../../../format/moment.ts'
import { OrderLines } from '../../../order/order-lines.tsx'
import { useOwnedOrder } from '../../../owner/use-owned-order.ts'
import { explain } from '../../../text/explain.ts'
import { carrierName } from '../../carriers.ts'
import { ClaimCard } from '../../components/claim-card.tsx'
import { ShipCard } from '../../components/ship-card.tsx'
import { linesOf } from '../../entry.ts'
import { ownerDuty } from '../../owner-duty.ts'
import { s } from '../../text/index.ts'
import { shopViewOf } from '../../use-shop-order.ts'

/** What the owner owes the buyer of one order: parcels, and answers to requests for money back. */
function ShopOwner() {
  const { answer, reload } = useOwnedOrder()
  const again = () => void reload()
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={again} />
  const view = answer.phase === 'ready' ? shopViewOf(answer.data) : undefined
  if (answer.phase === 'loading' || view === undefined) return <LoadingPage />
  return <Known order={answer.data} view={view} reload={again} />
}

export default screen(ShopOwner, s.ways.owner)

interface KnownProps {
  readonly order: OrderView
  readonly view: ShopView
  readonly reload: () => void
}

const Known = ({ order, view, reload }: KnownProps) => (
  <View className={prose.page}>
    <Card title={s.progress[view.fulfilment]}>
      <OrderLines lines={linesOf(view.lines)} />
      {view.remark !== '' && <Facts facts={[{ label: s.remark, value: view.remark }]} />}
    </Card>
    {view.address !== undefined && <Destination address={view.address} />}
    {view.parcels.length > 0 && (
      <Card title={s.owner.parcels}>
        <Facts
          facts={view.parcels.flatMap(({ carrier, trackingNo, sentAtMs }) => [
            { label: carrierName(carrier), value: trackingNo },
            { label: s.parcels.sentAt, value: moment(sentAtMs) },
          ])}
        />
      </Card>
    )}
    {view.remindedAtMs !== undefined && view.actions.includes('ship') && (
      <NoticeBar>{s.owner.reminded(moment(view.remindedAtMs))}</NoticeBar>
    )}
    {view.actions.includes('ship') && <ShipCard orderNo={order.orderNo} reload={reload} />}
    {[...view.afterSales].reverse().map((one) => (
      <ClaimCard
        key={one.key}
        orderNo={order.orderNo}
        afterSale={one}
        lines={view.lines}
        again={ownerDuty(order) === 'refundAgain'}
        reload={reload}
      />
    ))}
  </View>
)

/** Where it goes, as one copies it to the carrier's form. */
const Destination = ({ address }: { readonly address: Address }) => {
  const { name, phone } = address
  return (
    <Card title={s.address}>
      <View>{`${name} ${phone}`}</View>
      <View>{addressLine(address)}</View>
      <View className={prose.gap} />
      <Button
        small
        kind="quiet"
        onPress={() => void Taro.setClipboardData({ data: `${name} ${phone} ${addressLine(address)}` })}
      >
        {s.owner.copyAddress}
      </Button>
    </Card>
  )
}
