import type { AfterSale, OrderNo, ShopLine } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Facts } from '../../components/facts.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { moment } from '../../format/moment.ts'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { call } from '../../pay.ts'
import { PictureStrip } from '../../pictures/picture-strip.tsx'
import { ask } from '../../platform/ask.ts'
import { claimedPieces } from '../claimed-pieces.ts'
import { shopFunction } from '../contracts.ts'
import { s } from '../text/index.ts'
import { CarrierField } from './carrier-field.tsx'

interface AfterSaleCardProps {
  readonly afterSale: AfterSale
  readonly lines: readonly ShopLine[]
  readonly orderNo: OrderNo
  readonly onChange: () => void
}

/** One request for money back, and what its buyer can do about it now. */
export const AfterSaleCard = ({ afterSale, lines, orderNo, onChange }: AfterSaleCardProps) => {
  const { key, state, kind, reason, amountFen, note, pictures, refusedBecause, sendBackUntilMs, returnTo } = afterSale
  const [carrier, setCarrier] = useState('')
  const [trackingNo, setTrackingNo] = useState('')
  const { busy, trouble, act } = useAct(s.errors)
  const withdraw = () =>
    act(
      () => call(shopFunction, 'withdrawAfterSale', { orderNo, key }),
      onChange,
      () => ask(s.afterSale.withdrawTitle, s.afterSale.withdrawNote, s.afterSale.withdraw),
    )
  return (
    <Card title={s.afterSale.states[state]}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {refusedBecause !== undefined && <View className={prose.note}>{s.afterSale.refusedBecause(refusedBecause)}</View>}
      <Facts
        facts={[
          { label: s.afterSale.type, value: s.afterSale.kinds[kind] },
          { label: s.afterSale.reason, value: s.afterSale.reasons[reason] },
          ...claimedPieces(afterSale, lines),
          { label: s.afterSale.amount, value: `¥${yuan(amountFen)}` },
          ...(note === '' ? [] : [{ label: s.afterSale.said, value: note }]),
        ]}
      />
      <PictureStrip pictures={pictures} />
      {state === 'toReturn' && (
        <>
          {returnTo !== undefined && (
            <>
              <Facts facts={[{ label: s.afterSale.returnTo, value: returnTo }]} />
              <Button small kind="quiet" onPress={() => void Taro.setClipboardData({ data: returnTo })}>
                {s.afterSale.copyReturnTo}
              </Button>
              <View className={prose.gap} />
            </>
          )}
          {sendBackUntilMs !== undefined && (
            <View className={prose.note}>{s.afterSale.sendBackUntil(moment(sendBackUntilMs))}</View>
          )}
          <View className={prose.gap} />
          <CarrierField value={carrier} onChange={setCarrier} />
          <Field label={s.parcels.trackingNo} value={trackingNo} onChange={setTrackingNo} max={40} />
        </>
      )}
      <View className={prose.row}>
        {(state === 'requested' || state === 'toReturn') && (
          <Button small kind="quiet" busy={busy} onPress={() => void withdraw()}>
            {s.afterSale.withdraw}
          </Button>
        )}
        {state === 'toReturn' && (
          <Button
            small
            busy={busy}
            disabled={carrier.trim() === '' || trackingNo.trim() === ''}
            onPress={() =>
              void act(
                () =>
                  call(shopFunction, 'sendBack', {
                    orderNo,
                    key,
                    carrier: carrier.trim(),
                    trackingNo: trackingNo.trim(),
                  }),
                onChange,
              )
            }
          >
            {s.afterSale.sendBack}
          </Button>
        )}
      </View>
    </Card>
  )
}
