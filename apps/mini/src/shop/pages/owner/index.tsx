import type { AfterSale, OrderNo, OrderView, ShopView } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { addressLine } from '../../../address/address-lines.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Field } from '../../../components/field.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { OrderLines } from '../../../order/order-lines.tsx'
import { ownerFunction } from '../../../owner/contracts.ts'
import { useOwnedOrder } from '../../../owner/use-owned-order.ts'
import { call } from '../../../pay.ts'
import { PictureStrip } from '../../../pictures/picture-strip.tsx'
import { useMessages } from '../../../subscribe/use-messages.ts'
import { explain } from '../../../text/explain.ts'
import { carrierName } from '../../carriers.ts'
import { CarrierField } from '../../components/carrier-field.tsx'
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
  if (answer.phase === 'loading' || view === undefined)
    return (
      <View className={prose.page}>
        <Card>
          <Skeleton shape="block" />
        </Card>
      </View>
    )
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
      {view.address !== undefined && (
        <View className={prose.note}>{`${view.address.name} ${view.address.phone} ${addressLine(view.address)}`}</View>
      )}
    </Card>
    {view.parcels.length > 0 && (
      <Card title={s.owner.parcels}>
        <Facts
          facts={view.parcels.map(({ carrier, trackingNo, sentAtMs }) => ({
            label: `${carrierName(carrier)} ${trackingNo}`,
            value: moment(sentAtMs),
          }))}
        />
      </Card>
    )}
    {view.remindedAtMs !== undefined && view.actions.includes('ship') && (
      <NoticeBar>{s.owner.reminded(moment(view.remindedAtMs))}</NoticeBar>
    )}
    {view.actions.includes('ship') && <Ship orderNo={order.orderNo} reload={reload} />}
    {[...view.afterSales].reverse().map((one) => (
      <Decide
        key={one.key}
        orderNo={order.orderNo}
        afterSale={one}
        again={ownerDuty(order) === 'refundAgain'}
        reload={reload}
      />
    ))}
  </View>
)

const Ship = ({ orderNo, reload }: { readonly orderNo: OrderNo; readonly reload: () => void }) => {
  const [carrier, setCarrier] = useState('')
  const [trackingNo, setTrackingNo] = useState('')
  const { busy, trouble, act } = useAct(s.errors)
  const askMessages = useMessages('shop.desk')
  const ship = async (all: boolean) => {
    await askMessages()
    await act(
      () => call(ownerFunction, 'ship', { orderNo, carrier: carrier.trim(), trackingNo: trackingNo.trim(), all }),
      reload,
    )
  }
  const ready = carrier.trim() !== '' && trackingNo.trim() !== ''
  return (
    <Card title={s.owner.ship}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <CarrierField value={carrier} onChange={setCarrier} />
      <Field label={s.parcels.trackingNo} value={trackingNo} onChange={setTrackingNo} max={40} />
      <View className={prose.row}>
        <Button small busy={busy} disabled={!ready} onPress={() => void ship(true)}>
          {s.owner.shipAll}
        </Button>
        <Button small kind="quiet" busy={busy} disabled={!ready} onPress={() => void ship(false)}>
          {s.owner.shipPart}
        </Button>
      </View>
    </Card>
  )
}

interface DecideProps {
  readonly orderNo: OrderNo
  readonly afterSale: AfterSale
  /** Its refund was closed by WeChat. */
  readonly again: boolean
  readonly reload: () => void
}

const Decide = ({ orderNo, afterSale, again, reload }: DecideProps) => {
  const { key, state, kind, reason, note, pictures, amountFen, returnParcel } = afterSale
  const [because, setBecause] = useState('')
  const { busy, trouble, act } = useAct(s.errors)
  const open = state === 'requested' || state === 'returning'
  return (
    <Card title={`${s.afterSale.kinds[kind]} · ${s.afterSale.states[state]}`}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Facts
        facts={[
          { label: s.afterSale.amount, value: `¥${yuan(amountFen)}` },
          { label: s.afterSale.reason, value: s.afterSale.reasons[reason] },
          ...(note === '' ? [] : [{ label: s.afterSale.said, value: note }]),
          ...(returnParcel === undefined
            ? []
            : [
                {
                  label: s.parcels.trackingNo,
                  value: `${carrierName(returnParcel.carrier)} ${returnParcel.trackingNo}`,
                },
              ]),
        ]}
      />
      <PictureStrip pictures={pictures} />
      <View className={prose.gap} />
      {state === 'refunding' && again && <NoticeBar>{s.owner.refundAgainNote}</NoticeBar>}
      {open && <Field label={s.owner.because} value={because} onChange={setBecause} max={200} />}
      <View className={prose.row}>
        {state === 'requested' && (
          <Button
            small
            busy={busy}
            onPress={() => void act(() => call(ownerFunction, 'agreeAfterSale', { orderNo, key }), reload)}
          >
            {s.owner.agree}
          </Button>
        )}
        {state === 'returning' && (
          <Button
            small
            busy={busy}
            onPress={() => void act(() => call(ownerFunction, 'acceptReturn', { orderNo, key, restock: true }), reload)}
          >
            {s.owner.accept}
          </Button>
        )}
        {state === 'returning' && (
          <Button
            small
            kind="quiet"
            busy={busy}
            onPress={() =>
              void act(() => call(ownerFunction, 'acceptReturn', { orderNo, key, restock: false }), reload)
            }
          >
            {s.owner.acceptBroken}
          </Button>
        )}
        {state === 'refunding' && again && (
          <Button
            small
            busy={busy}
            onPress={() => void act(() => call(ownerFunction, 'refundAgain', { orderNo, key }), reload)}
          >
            {s.owner.refundAgain}
          </Button>
        )}
        {open && (
          <Button
            small
            kind="danger"
            busy={busy}
            disabled={because.trim() === ''}
            onPress={() =>
              void act(() => call(ownerFunction, 'refuseAfterSale', { orderNo, key, because: because.trim() }), reload)
            }
          >
            {s.owner.refuse}
          </Button>
        )}
      </View>
    </Card>
  )
}
