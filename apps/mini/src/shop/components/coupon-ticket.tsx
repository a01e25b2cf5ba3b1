import type { Coupon } from '@pay/core'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { moment } from '../../format/moment.ts'
import { couponMost, couponOff, couponThreshold, couponWhere } from '../coupon-words.ts'
import { s } from '../text/index.ts'
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
        <View className={styles.terms}>{couponWhere(coupon)}</View>
        {coupon.off.kind === 'percent' && <View className={styles.terms}>{couponMost(coupon.off)}</View>}
        <View className={styles.terms}>
          {`${s.coupons.until} `}
          <Text className={styles.whole}>{moment(coupon.untilMs)}</Text>
        </View>
      </View>
      {side !== undefined && <View className={styles.side}>{side}</View>}
    </View>
  </View>
)
