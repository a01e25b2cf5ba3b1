import type { AfterSale, OrderNo, ShopLine } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Facts } from '../../components/facts.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { PictureStrip } from '../../pictures/picture-strip.tsx'
import { ask } from '../../platform/ask.ts'
import { kept } from '../../platform/kept.ts'
import { carrierName } from '../carriers.ts'
import { claimedPieces } from '../claimed-pieces.ts'
import { s } from '../text/index.ts'

/** Where goods came back to the last time. */
const keptReturnTo = kept('returnTo', '')

interface ClaimCardProps {
  readonly orderNo: OrderNo
  readonly afterSale: AfterSale
  readonly lines: readonly ShopLine[]
  /** Its refund was closed by WeChat. */
  readonly again: boolean
  readonly reload: () => void
}

/** One request for money back as its owner sees it, and the answers that are possible now. */
export const ClaimCard = ({ orderNo, afterSale, lines, again, reload }: ClaimCardProps) => {
  const {
    key,
    state,
    kind,
    reason,
    note,
    pictures,
    amountFen,
    returnParcel,
    refusedBecause,
    returnTo: sendTo,
  } = afterSale
  const [because, setBecause] = useState('')
  const [returnTo, setReturnTo] = useState(() => keptReturnTo.read())
  const { busy, trouble, act } = useAct(s.errors)
  // Money that has left does not come back: each way to it asks first.
  const refund = (send: Parameters<typeof act>[0]) =>
    void act(send, reload, () => ask(s.owner.refundTitle(yuan(amountFen)), s.owner.refundNote, s.owner.refund))
  const takeBack = (restock: boolean) => refund(() => call(ownerFunction, 'acceptReturn', { orderNo, key, restock }))
  const agreeOnReturn = () => {
    keptReturnTo.write(returnTo.trim())
    void act(() => call(ownerFunction, 'agreeAfterSale', { orderNo, key, returnTo: returnTo.trim() }), reload)
  }
  const toAgreeOnReturn = state === 'requested' && kind === 'returnAndRefund'
  const open = state === 'requested' || state === 'returning'
  return (
    <Card title={`${s.afterSale.kinds[kind]} · ${s.afterSale.states[state]}`}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Facts
        facts={[
          ...claimedPieces(afterSale, lines),
          { label: s.afterSale.amount, value: `¥${yuan(amountFen)}` },
          { label: s.afterSale.reason, value: s.afterSale.reasons[reason] },
          ...(note === '' ? [] : [{ label: s.afterSale.said, value: note }]),
          ...(sendTo === undefined ? [] : [{ label: s.afterSale.returnTo, value: sendTo }]),
          ...(refusedBecause === undefined ? [] : [{ label: s.owner.because, value: refusedBecause }]),
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
      {toAgreeOnReturn && <Field long label={s.owner.returnTo} value={returnTo} onChange={setReturnTo} max={200} />}
      {open && <Field label={s.owner.because} value={because} onChange={setBecause} max={200} />}
      <View className={prose.row}>
        {state === 'requested' && kind === 'refundOnly' && (
          <Button
            small
            busy={busy}
            onPress={() => refund(() => call(ownerFunction, 'agreeAfterSale', { orderNo, key }))}
          >
            {s.owner.agreeRefund}
          </Button>
        )}
        {toAgreeOnReturn && (
          <Button small busy={busy} disabled={returnTo.trim() === ''} onPress={agreeOnReturn}>
            {s.owner.agree}
          </Button>
        )}
        {state === 'returning' && (
          <Button small busy={busy} onPress={() => takeBack(true)}>
            {s.owner.accept}
          </Button>
        )}
        {state === 'returning' && (
          <Button small kind="quiet" busy={busy} onPress={() => takeBack(false)}>
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
