import type { Goods, Sku } from '@pay/core'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { LinkRow } from '../../components/link-row.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { s } from '../text/index.ts'
import { writtenGoods } from '../written-goods.ts'
import styles from './stock-card.module.scss'
import { StockSheet } from './stock-sheet.tsx'

/** One article as the owner sees it; what the server answered last stands here. */
export const StockCard = ({ goods: given }: { readonly goods: Goods }) => {
  const [goods, setGoods] = useState(given)
  useEffect(() => setGoods(given), [given])
  const [changing, setChanging] = useState<Sku>()
  const { busy, trouble, act } = useAct(s.errors)
  const feature = (on: boolean) => {
    const { featured: _, ...plain } = goods
    const written = writtenGoods(on ? { ...plain, featured: true } : plain, {})
    void act(() => call(ownerFunction, 'putGoods', { goods: written }), setGoods)
  }
  return (
    <Card title={goods.title}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View className={styles.state}>
        <View className={styles.words}>
          {[goods.onSale ? s.stock.onSale : s.offSale, ...(goods.featured ? [s.stock.featured] : [])].join(' · ')}
        </View>
        {goods.onSale && (
          <Button small kind="quiet" busy={busy} onPress={() => feature(goods.featured !== true)}>
            {goods.featured ? s.stock.unfeature : s.stock.feature}
          </Button>
        )}
        <Button
          small
          kind="quiet"
          busy={busy}
          onPress={() =>
            void act(
              () => call(ownerFunction, 'putGoods', { goods: writtenGoods(goods, { onSale: !goods.onSale }) }),
              setGoods,
            )
          }
        >
          {goods.onSale ? s.stock.takeOff : s.stock.putOn}
        </Button>
      </View>
      {goods.skus.map((sku) => (
        <LinkRow
          key={sku.skuId}
          title={sku.values.length === 0 ? s.stock.single : sku.values.join(' / ')}
          note={`¥${yuan(sku.priceFen)} · ${s.stock.pieces(sku.available ?? 0)}`}
          onPress={() => setChanging(sku)}
        />
      ))}
      {changing !== undefined && (
        <StockSheet goods={goods} sku={changing} onClose={() => setChanging(undefined)} onGoods={setGoods} />
      )}
    </Card>
  )
}
