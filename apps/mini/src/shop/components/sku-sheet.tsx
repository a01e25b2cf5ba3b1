import type { Goods } from '@pay/core'
import { View } from '@tarojs/components'
import { Button } from '../../components/button.tsx'
import { Picture } from '../../components/picture.tsx'
import { Pressable } from '../../components/pressable.tsx'
import { Price } from '../../components/price.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { Stepper } from '../../components/stepper.tsx'
import { offerOf } from '../offer-of.ts'
import { type Choice, choose, chosenSku, isOpen, mostPieces } from '../sku-choice.ts'
import { s } from '../text/index.ts'
import styles from './sku-sheet.module.scss'

interface SkuSheetProps {
  readonly goods: Goods
  readonly open: boolean
  readonly choice: Choice
  readonly quantity: number
  readonly onChoice: (choice: Choice) => void
  readonly onQuantity: (quantity: number) => void
  readonly onClose: () => void
  readonly onOk: () => void
}

/** Choose a SKU and how many pieces of it; what cannot be had cannot be chosen. */
export const SkuSheet = (props: SkuSheetProps) => {
  const { goods, choice } = props
  const sku = chosenSku(goods, choice)
  const most = sku === undefined ? 1 : mostPieces(goods, sku)
  const quantity = Math.max(1, Math.min(props.quantity, most))
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      title={goods.title}
      foot={
        <Button disabled={sku === undefined || most === 0} onPress={props.onOk}>
          {sku === undefined ? s.goods.choose : s.goods.ok}
        </Button>
      }
    >
      <View className={styles.head}>
        <View className={styles.picture}>
          <Picture src={goods.pictures[0]} label={goods.title} className={styles.rounded} />
        </View>
        <View>
          <Price fen={sku?.priceFen ?? offerOf(goods).fen} size="large" />
          <View className={styles.note}>{sku === undefined ? s.goods.choose : stockNote(sku.available)}</View>
          {goods.limitPerOrder !== undefined && (
            <View className={styles.note}>{s.goods.limit(goods.limitPerOrder)}</View>
          )}
        </View>
      </View>
      {goods.specs.map(({ name, values }, at) => (
        <View className={styles.spec} key={name}>
          <View className={styles.name}>{name}</View>
          <View className={styles.values}>
            {values.map((value) => {
              const open = isOpen(goods, at, value)
              const chosen = choice[at] === value
              return (
                <Pressable
                  key={value}
                  selected={chosen}
                  disabled={!open && !chosen}
                  className={[styles.value, chosen && styles.chosen, !open && styles.off].filter(Boolean).join(' ')}
                  onPress={() => props.onChoice(choose(goods, choice, at, value))}
                >
                  {value}
                </Pressable>
              )
            })}
          </View>
        </View>
      ))}
      <View className={styles.quantity}>
        <View className={styles.name}>{s.goods.quantity}</View>
        <Stepper value={quantity} max={Math.max(1, most)} onChange={props.onQuantity} />
      </View>
    </Sheet>
  )
}

const stockNote = (available: number | undefined) => (available === undefined ? '' : s.goods.stock(available))
