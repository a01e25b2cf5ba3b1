import { placeOnce } from '@pay/client'
import type { AfterSaleKind, AfterSaleReason, OrderNo, ShopView } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { Stepper } from '../../components/stepper.tsx'
import { useAct } from '../../hooks/use-act.ts'
import { call, requestOwner, requests } from '../../pay.ts'
import { PicturesField } from '../../pictures/pictures-field.tsx'
import { usePictures } from '../../pictures/use-pictures.ts'
import { shopFunction } from '../contracts.ts'
import { s } from '../text/index.ts'

interface AfterSaleFormProps {
  readonly orderNo: OrderNo
  readonly view: ShopView
  readonly onDone: () => void
}

const options = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

/** Asks for money back on pieces of the order; what they cost is the server's sum. */
export const AfterSaleForm = ({ orderNo, view, onDone }: AfterSaleFormProps) => {
  const [wants, setWants] = useState<AfterSaleKind>('refundOnly')
  const [reason, setReason] = useState<AfterSaleReason>()
  const [note, setNote] = useState('')
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  const pictures = usePictures()
  const { busy, trouble, act } = useAct(s.errors)
  const pieces = view.lines.flatMap(({ skuId }) => {
    const quantity = counts[skuId] ?? 0
    return quantity > 0 ? [{ skuId, quantity }] : []
  })
  const submit = () => {
    if (reason === undefined) return
    const asked = { orderNo, pieces, wants, reason, note, pictures: pictures.fileIds }
    void act(
      () =>
        placeOnce(requests, `afterSale.${requestOwner()}`, asked, (requestId) =>
          call(shopFunction, 'askAfterSale', { requestId, ...asked }),
        ),
      onDone,
    )
  }
  return (
    <Card title={s.afterSale.title}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Choices label={s.afterSale.kind} options={options(s.afterSale.kinds)} value={wants} onChange={setWants} />
      <View className={prose.note}>{s.afterSale.which}</View>
      {view.lines.map(({ skuId, title, spec, quantity }) => (
        <View className={`${prose.between} ${prose.apart}`} key={skuId}>
          <View className={prose.grow}>{`${title} ${spec}`}</View>
          <Stepper
            min={0}
            max={quantity - claimed(view, skuId)}
            value={counts[skuId] ?? 0}
            onChange={(count) => setCounts({ ...counts, [skuId]: count })}
          />
        </View>
      ))}
      <View className={prose.gap} />
      <Choices label={s.afterSale.reason} options={options(s.afterSale.reasons)} value={reason} onChange={setReason} />
      <Field long label={s.afterSale.note} value={note} onChange={setNote} max={200} />
      <PicturesField pictures={pictures} />
      <Button busy={busy} disabled={pieces.length === 0 || reason === undefined || pictures.waiting} onPress={submit}>
        {s.afterSale.submit}
      </Button>
    </Card>
  )
}

/** Pieces that an earlier request holds. */
const claimed = ({ afterSales }: ShopView, skuId: string): number =>
  afterSales
    .filter(({ state }) => state !== 'refused' && state !== 'withdrawn')
    .flatMap((one) => one.pieces)
    .reduce((sum, one) => (one.skuId === skuId ? sum + one.quantity : sum), 0)
