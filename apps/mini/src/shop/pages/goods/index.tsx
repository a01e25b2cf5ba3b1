import type { Goods } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { Pressable } from '../../../components/pressable.tsx'
import { Price } from '../../../components/price.tsx'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { addToCart, keptCart } from '../../cart.ts'
import { Gallery } from '../../components/gallery.tsx'
import { SkuSheet } from '../../components/sku-sheet.tsx'
import { shopFunction } from '../../contracts.ts'
import { offerOf } from '../../offer-of.ts'
import { writeLines } from '../../order-lines.ts'
import { chosenSku, firstChoice } from '../../sku-choice.ts'
import { s } from '../../text/index.ts'
import styles from './index.module.scss'

/** One article; what is chosen goes to the confirm page by its address. */
function GoodsPage() {
  const { goodsId = '' } = useRouter().params
  const { answer, reload } = useAnswer(goodsId, () => call(shopFunction, 'getGoods', { goodsId }))
  if (answer.phase === 'loading') return <Loading />
  if (answer.phase === 'ready') return <Known goods={answer.data} />
  if (answer.error.code === 'NOT_FOUND' || answer.error.code === 'BAD_INPUT')
    return <PageState title={s.goods.gone} note={s.goods.goneNote} action={{ label: s.goods.toAll, run: toAll }} />
  return <Failed note={explain(answer.error, s.errors)} retry={() => void reload()} />
}

export default screen(GoodsPage, s.goods.title)

const Known = ({ goods }: { readonly goods: Goods }) => {
  const [open, setOpen] = useState<'buy' | 'cart'>()
  const [choice, setChoice] = useState(() => firstChoice(goods))
  const [quantity, setQuantity] = useState(1)
  useShareAppMessage(() => ({ title: goods.title, path: `/shop/pages/goods/index?goodsId=${goods.goodsId}` }))
  const sku = chosenSku(goods, choice)
  const offer = offerOf(goods)
  const unavailable = !goods.onSale ? s.offSale : offer.soldOut ? t.offer.soldOut : undefined
  const putAside = () => {
    if (sku === undefined) return
    setOpen(undefined)
    const { goodsId } = goods
    keptCart.write(addToCart(keptCart.read(), { goodsId, skuId: sku.skuId, quantity, seenFen: sku.priceFen }))
    void Taro.showToast({ title: s.goods.added, icon: 'success' })
  }
  const buy = () => {
    if (sku === undefined) return
    setOpen(undefined)
    const lines = writeLines([{ goodsId: goods.goodsId, skuId: sku.skuId, quantity }])
    void Taro.navigateTo({ url: `/shop/pages/confirm/index?lines=${lines}` })
  }
  return (
    <View>
      <Gallery pictures={goods.pictures} label={goods.title} />
      <View className={styles.first}>
        <Card>
          <Price
            fen={sku?.priceFen ?? offer.fen}
            size="large"
            from={sku === undefined && offer.from ? t.offer.from : undefined}
          />
          <View className={styles.title}>{goods.title}</View>
          <View className={styles.note}>{goods.subtitle}</View>
        </Card>
      </View>
      <Card>
        {goods.specs.length > 0 && (
          <Pressable className={styles.row} onPress={() => setOpen('buy')}>
            <View className={styles.label}>{s.goods.chosen}</View>
            <View className={styles.value}>
              {sku === undefined ? s.goods.choose : `${sku.values.join(' / ')} × ${quantity}`}
            </View>
            <View className={styles.arrow}>›</View>
          </Pressable>
        )}
        <View className={styles.row}>
          <View className={styles.label}>{s.goods.freight}</View>
          <View className={styles.value}>{s.goods.freightNote}</View>
        </View>
        {goods.limitPerOrder !== undefined && (
          <View className={styles.row}>
            <View className={styles.label}>{s.goods.limitLabel}</View>
            <View className={styles.value}>{s.goods.limit(goods.limitPerOrder)}</View>
          </View>
        )}
      </Card>
      <BottomBar>
        <Pressable className={styles.cart} onPress={() => void Taro.navigateTo({ url: '/shop/pages/cart/index' })}>
          {s.cartLink}
        </Pressable>
        {unavailable === undefined && (
          <Button grow kind="quiet" onPress={() => setOpen('cart')}>
            {s.goods.addToCart}
          </Button>
        )}
        <Button grow disabled={unavailable !== undefined} onPress={() => setOpen('buy')}>
          {unavailable ?? s.goods.buy}
        </Button>
      </BottomBar>
      <SkuSheet
        goods={goods}
        open={open !== undefined}
        choice={choice}
        quantity={quantity}
        onChoice={setChoice}
        onQuantity={setQuantity}
        onClose={() => setOpen(undefined)}
        onOk={open === 'cart' ? putAside : buy}
      />
    </View>
  )
}

const Loading = () => (
  <View>
    <Skeleton shape="square" />
    <View className={styles.first}>
      <Card>
        <Skeleton shape="short" />
        <Skeleton shape="line" />
        <Skeleton shape="line" />
      </Card>
    </View>
  </View>
)

const toAll = () => void Taro.redirectTo({ url: '/shop/pages/home/index' })
