import { placeOnce } from '@pay/client'
import { type Goods, parseYuan, type Sku } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { Sheet } from '../../components/sheet.tsx'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call, requestOwner, requests } from '../../pay.ts'
import { piecesIn } from '../pieces-in.ts'
import { s } from '../text/index.ts'
import { writtenGoods } from '../written-goods.ts'

interface StockSheetProps {
  readonly goods: Goods
  readonly sku: Sku
  readonly onGoods: (goods: Goods) => void
  readonly onClose: () => void
}

/** Pieces that came in or are missing, and what one costs. Both are told as changes of now: others buy meanwhile. */
export const StockSheet = ({ goods, sku, onGoods, onClose }: StockSheetProps) => {
  const [typedPieces, setTypedPieces] = useState('')
  const [typedPrice, setTypedPrice] = useState('')
  const { busy, trouble, act } = useAct(s.errors)
  const { skuId } = sku
  const more = piecesIn(typedPieces)
  const price = parseYuan(typedPrice.trim())
  const sheetTitle = sku.values.length === 0 ? goods.title : sku.values.join(' / ')
  const withSku = (part: Partial<Sku>) => goods.skus.map((one) => (one.skuId === skuId ? { ...one, ...part } : one))
  const restock = () => {
    if (more === undefined) return
    void act(
      () =>
        placeOnce(requests, `restock.${requestOwner()}`, { skuId, more }, (requestId) =>
          call(ownerFunction, 'restock', { requestId, skuId, more }),
        ),
      ({ available }) => {
        onGoods({ ...goods, skus: withSku({ available }) })
        onClose()
      },
    )
  }
  const reprice = () => {
    if (!price.ok) return
    const goodsWithPrice = writtenGoods(goods, { skus: withSku({ priceFen: price.value }) })
    void act(
      () => call(ownerFunction, 'putGoods', { goods: goodsWithPrice }),
      (changed) => {
        onGoods(changed)
        onClose()
      },
    )
  }
  return (
    <Sheet open title={sheetTitle} onClose={onClose}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View className={prose.note}>{`¥${yuan(sku.priceFen)} · ${s.stock.pieces(sku.available ?? 0)}`}</View>
      <View className={prose.gap} />
      <Field label={s.stock.more} hint={s.stock.moreHint} value={typedPieces} onChange={setTypedPieces} max={6} />
      <Button small busy={busy} disabled={more === undefined} onPress={restock}>
        {s.stock.restock}
      </Button>
      <View className={prose.gap} />
      <Field type="digit" label={s.stock.price} value={typedPrice} onChange={setTypedPrice} max={10} />
      <Button small kind="quiet" busy={busy} disabled={!price.ok || price.value === 0} onPress={reprice}>
        {s.stock.reprice}
      </Button>
    </Sheet>
  )
}
