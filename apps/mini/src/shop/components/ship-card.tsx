import type { OrderNo } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { useAct } from '../../hooks/use-act.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { useMessages } from '../../subscribe/use-messages.ts'
import { s } from '../text/index.ts'
import { CarrierField } from './carrier-field.tsx'

/** A parcel that leaves: the last one, or one of several. */
export const ShipCard = ({ orderNo, reload }: { readonly orderNo: OrderNo; readonly reload: () => void }) => {
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
