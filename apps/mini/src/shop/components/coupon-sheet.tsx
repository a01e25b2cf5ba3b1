import type { CouponView } from '@pay/core'
import { View } from '@tarojs/components'
import { Pressable } from '../../components/pressable.tsx'
import prose from '../../components/prose.module.scss'
import { Sheet } from '../../components/sheet.tsx'
import { couponOff, couponTerms } from '../coupon-words.ts'
import { s } from '../text/index.ts'
import styles from './coupon-sheet.module.scss'

interface CouponSheetProps {
  readonly open: boolean
  readonly coupons: readonly CouponView[]
  readonly chosen: readonly string[]
  readonly onChoose: (couponIds: readonly string[]) => void
  readonly onClose: () => void
}

/** Choose coupons for an order: several where all of them stand beside others, else one. */
export const CouponSheet = ({ open, coupons, chosen, onChoose, onClose }: CouponSheetProps) => {
  const toggle = ({ coupon }: CouponView) => {
    if (chosen.includes(coupon.couponId)) return onChoose(chosen.filter((id) => id !== coupon.couponId))
    const beside = coupons.filter((one) => one.coupon.stacks && chosen.includes(one.coupon.couponId))
    onChoose([...(coupon.stacks ? beside.map((one) => one.coupon.couponId) : []), coupon.couponId])
  }
  return (
    <Sheet open={open} onClose={onClose} title={s.coupons.choose}>
      {coupons.map((one) => {
        const { coupon } = one
        const on = chosen.includes(coupon.couponId)
        return (
          <Pressable
            key={coupon.couponId}
            selected={on}
            className={`${styles.coupon} ${on ? styles.on : ''}`}
            onPress={() => toggle(one)}
          >
            <View className={prose.heading}>{`${coupon.title} · ${couponOff(coupon)}`}</View>
            <View className={prose.note}>{couponTerms(coupon)}</View>
          </Pressable>
        )
      })}
      <Pressable className={styles.none} onPress={() => onChoose([])}>
        {s.coupons.none}
      </Pressable>
    </Sheet>
  )
}
