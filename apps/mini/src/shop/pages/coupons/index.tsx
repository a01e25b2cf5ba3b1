import { View } from '@tarojs/components'
import { Button } from '../../../components/button.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { useAct } from '../../../hooks/use-act.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { CouponTicket } from '../../components/coupon-ticket.tsx'
import { shopFunction } from '../../contracts.ts'
import { s } from '../../text/index.ts'

/** Coupons to claim, and those that are the caller's. */
function Coupons() {
  const { answer, reload } = useAnswer('coupons', () => call(shopFunction, 'listCoupons', {}))
  const { busy, trouble, act } = useAct(s.errors)
  if (answer.phase === 'loading') return <LoadingPage />
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={() => void reload()} />
  const { toClaim, mine } = answer.data
  if (toClaim.length + mine.length === 0) return <PageState title={s.coupons.empty} note={s.coupons.emptyNote} />
  return (
    <View className={prose.page}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {toClaim.map((coupon) => (
        <View key={coupon.couponId} className={prose.item}>
          <CouponTicket
            coupon={coupon}
            side={
              <Button
                small
                busy={busy}
                onPress={() => void act(() => call(shopFunction, 'claimCoupon', { couponId: coupon.couponId }), reload)}
              >
                {s.coupons.claim}
              </Button>
            }
          />
        </View>
      ))}
      {mine.map(({ coupon, usesLeft }) => (
        <View key={coupon.couponId} className={prose.item}>
          <CouponTicket
            coupon={coupon}
            over={usesLeft === 0}
            side={usesLeft > 0 ? s.coupons.left(usesLeft) : s.coupons.used}
          />
        </View>
      ))}
    </View>
  )
}

export default screen(Coupons, s.coupons.title)
