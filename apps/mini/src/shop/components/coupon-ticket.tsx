import type { Coupon } from '@pay/core'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { couponMost, couponOff, couponThreshold, couponUntil, couponWhere } from '../coupon-words.ts'
import styles from './coupon-ticket.module.scss'

interface CouponTicketProps {
  readonly coupon: Coupon
  /** Chosen for this order. */
  readonly on?: boolean
  /** Cannot be used any more. */
  readonly over?: boolean
  /** What can be done with it, or what is left of it. */
  readonly side?: ReactNode
}

/** A coupon as a ticket: what it takes off on its stub, its terms beside it. */
export const CouponTicket = ({ coupon, on, over, side }: CouponTicketProps) => (
  <View className={`${styles.ticket} ${on ? styles.on : ''} ${over ? styles.over : ''}`}>
    <View className={styles.stub}>
      <View className={styles.off}>{couponOff(coupon)}</View>
      <View className={styles.threshold}>{couponThreshold(coupon)}</View>
    </View>
    <View className={styles.main}>
      <View className={styles.words}>
        <View className={styles.title}>{coupon.title}</View>
        {[couponWhere(coupon), couponMost(coupon), couponUntil(coupon)].flatMap((words) =>
          words === undefined ? [] : <Terms key={words} words={words} />,
        )}
      </View>
      {side !== undefined && <View className={styles.side}>{side}</View>}
    </View>
  </View>
)

const Terms = ({ words }: { readonly words: string }) => <View className={styles.terms}>{words}</View>
