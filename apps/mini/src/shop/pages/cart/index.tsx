import type { RepricedCart, RepricedLine } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { Picture } from '../../../components/picture.tsx'
import { Pressable } from '../../../components/pressable.tsx'
import { Price } from '../../../components/price.tsx'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { Stepper } from '../../../components/stepper.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { type CartLine, changeLine, keptCart, orderable } from '../../cart.ts'
import { shopFunction } from '../../contracts.ts'
import { writeLines } from '../../order-lines.ts'
import { s } from '../../text/index.ts'
import styles from './index.module.scss'

/** What was put aside, at today's prices; each line says what is the matter with it. */
function Cart() {
  const [cart, setCart] = useState(() => keptCart.read())
  useDidShow(() => setCart(keptCart.read()))
  const change = (skuId: string, quantity: number) => {
    const changed = changeLine(cart, skuId, quantity)
    keptCart.write(changed)
    setCart(changed)
  }
  if (cart.length === 0)
    return <PageState title={s.cart.empty} note={s.cart.emptyNote} action={{ label: s.goods.toAll, run: toAll }} />
  return <Filled cart={cart} change={change} />
}

export default screen(Cart, s.cartLink)

interface FilledProps {
  readonly cart: readonly CartLine[]
  readonly change: (skuId: string, quantity: number) => void
}

const Filled = ({ cart, change }: FilledProps) => {
  const { answer, reload } = useAnswer(writeLines(cart), () => call(shopFunction, 'repriceCart', { lines: [...cart] }))
  if (answer.phase === 'loading')
    return (
      <View className={styles.page}>
        <Card>
          <Skeleton shape="block" />
        </Card>
      </View>
    )
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, s.errors)} retry={() => void reload()} />
  return <Priced priced={answer.data} change={change} />
}

const Priced = ({ priced, change }: { readonly priced: RepricedCart; readonly change: FilledProps['change'] }) => {
  const wanted = orderable(priced)
  return (
    <View className={styles.page}>
      <Card>
        {priced.lines.map((line) => (
          <Line key={line.asked.skuId} line={line} change={change} />
        ))}
      </Card>
      <BottomBar>
        <View className={styles.sum}>
          <View className={styles.label}>{s.cart.total}</View>
          <Price fen={priced.goodsFen} />
        </View>
        <Button disabled={wanted.length === 0} onPress={() => toConfirm(writeLines(wanted))}>
          {s.cart.checkout(wanted.length)}
        </Button>
      </BottomBar>
    </View>
  )
}

const Line = ({
  line: { asked, line, wasFen, trouble },
  change,
}: {
  readonly line: RepricedLine
  readonly change: FilledProps['change']
}) => (
  <View className={styles.line}>
    <View className={styles.picture}>
      <Picture src={line?.picture} label={line?.title ?? s.cart.gone} className={styles.rounded} />
    </View>
    <View className={styles.words}>
      <View className={styles.title}>{line?.title ?? s.cart.gone}</View>
      {line !== undefined && <View className={styles.note}>{line.spec}</View>}
      {wasFen !== undefined && <View className={styles.note}>{s.cart.was(yuan(wasFen))}</View>}
      {trouble !== undefined && <View className={styles.trouble}>{s.cart.trouble(trouble)}</View>}
      <View className={styles.foot}>
        {line === undefined ? <View /> : <Price fen={line.unitFen} />}
        {line === undefined || trouble?.kind === 'soldOut' ? (
          <Pressable className={styles.remove} onPress={() => change(asked.skuId, 0)}>
            {s.cart.remove}
          </Pressable>
        ) : (
          <View className={styles.pieces}>
            <Stepper value={asked.quantity} min={0} max={99} onChange={(quantity) => change(asked.skuId, quantity)} />
          </View>
        )}
      </View>
    </View>
  </View>
)

const toAll = () => void Taro.redirectTo({ url: '/shop/pages/home/index' })

const toConfirm = (lines: string) => void Taro.navigateTo({ url: `/shop/pages/confirm/index?lines=${lines}` })
