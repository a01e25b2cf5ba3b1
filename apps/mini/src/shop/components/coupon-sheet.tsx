import type { CouponView } from '@pay/core'
import { Pressable } from '../../components/pressable.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { s } from '../text/index.ts'
import styles from './coupon-sheet.module.scss'
import { CouponTicket } from './coupon-ticket.tsx'

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
          <Pressable key={coupon.couponId} selected={on} className={styles.coupon} onPress={() => toggle(one)}>
            <CouponTicket coupon={coupon} on={on} />
          </Pressable>
        )
      })}
      <Pressable className={styles.none} onPress={() => onChoose([])}>
        {s.coupons.none}
      </Pressable>
    </Sheet>
  )
}
