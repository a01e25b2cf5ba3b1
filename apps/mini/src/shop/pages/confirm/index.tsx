import type { Address, CouponView, ShopQuote } from '@pay/core'
import { Text, Textarea, View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addressLine } from '../../../address/address-lines.ts'
import { keptAddress } from '../../../address/address-store.ts'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { LinkRow } from '../../../components/link-row.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { SumRows } from '../../../components/sum-rows.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useBusy } from '../../../hooks/use-busy.ts'
import { usePlacing } from '../../../hooks/use-placing.ts'
import { OrderLines } from '../../../order/order-lines.tsx'
import { call } from '../../../pay.ts'
import { useMessages } from '../../../subscribe/use-messages.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { CouponSheet } from '../../components/coupon-sheet.tsx'
import { shopFunction } from '../../contracts.ts'
import { linesOf, sumsOf } from '../../entry.ts'
import { readLines, type WantedLine } from '../../order-lines.ts'
import { placeShopOrder, type ShopOrderWish } from '../../place-shop-order.ts'
import { s } from '../../text/index.ts'
import styles from './index.module.scss'

/** What is about to be bought, at the server's price of this moment; submitting places the order and opens the cashier. */
function Confirm() {
  const lines = readLines(useRouter().params.lines)
  if (lines.length === 0)
    return (
      <PageState title={s.confirm.nothing} action={{ label: s.confirm.back, run: () => void Taro.navigateBack() }} />
    )
  return <Quoted lines={lines} />
}

export default screen(Confirm, s.confirm.title)

const Quoted = ({ lines }: { readonly lines: readonly WantedLine[] }) => {
  const [address, setAddress] = useState(() => keptAddress.read())
  const [couponIds, setCouponIds] = useState<readonly string[]>([])
  useDidShow(() => setAddress(keptAddress.read()))
  const wanted = { lines: [...lines], couponIds: [...couponIds], ...(address !== undefined && { address }) }
  const { answer, reload } = useAnswer(JSON.stringify(wanted), () => call(shopFunction, 'quote', wanted))
  if (answer.phase === 'loading')
    return (
      <View className={styles.page}>
        <Card>
          <Skeleton shape="block" />
        </Card>
      </View>
    )
  if (answer.phase === 'ready')
    return <Ready wanted={wanted} quote={answer.data} requote={() => void reload()} onCoupons={setCouponIds} />
  const retry = couponIds.length > 0 ? () => setCouponIds([]) : () => void reload()
  return (
    <View className={styles.page}>
      {address !== undefined && <AddressCard address={address} />}
      <Failed note={explain(answer.error, s.errors)} retry={retry} />
    </View>
  )
}

type Wanted = Omit<ShopOrderWish, 'remark'>

interface ReadyProps {
  readonly wanted: Wanted
  readonly quote: ShopQuote
  readonly requote: () => void
  readonly onCoupons: (couponIds: readonly string[]) => void
}

const Ready = ({ wanted, quote, requote, onCoupons }: ReadyProps) => {
  const [remark, setRemark] = useState('')
  const { price } = quote
  const { busy, error, submit } = usePlacing(requote)
  const needsAddress = quote.orderable === false
  const askMessages = useMessages('shop.order')
  const [asking, run] = useBusy()
  const place = () =>
    run(async () => {
      await askMessages()
      submit(placeShopOrder({ ...wanted, remark }, price.totalFen))
    })
  return (
    <View className={styles.page}>
      {error !== undefined && <NoticeBar kind="danger">{explain(error, s.errors)}</NoticeBar>}
      <AddressCard address={wanted.address} />
      <Card>
        <OrderLines lines={linesOf(quote.lines)} />
        <SumRows
          rows={sumsOf(price, needsAddress ? s.confirm.freightLater : undefined)}
          total={{ label: needsAddress ? s.cart.total : s.sums.total, fen: price.totalFen }}
        />
      </Card>
      <Coupons chosen={wanted.couponIds} onChoose={onCoupons} />
      <Card title={s.confirm.remark}>
        <Textarea
          className={styles.remark}
          value={remark}
          maxlength={100}
          autoHeight
          placeholder={s.confirm.remarkHint}
          onInput={({ detail }) => setRemark(detail.value)}
        />
      </Card>
      <View className={styles.note}>{s.confirm.notice}</View>
      <BottomBar>
        {needsAddress ? (
          <Button grow onPress={toAddress}>
            {s.confirm.addressNeeded}
          </Button>
        ) : (
          <Button grow busy={busy || asking} onPress={() => void place()}>
            {busy ? s.confirm.placing : s.confirm.submit(yuan(price.totalFen))}
          </Button>
        )}
      </BottomBar>
    </View>
  )
}

const AddressCard = ({ address }: { readonly address: Address | undefined }) => (
  <Card>
    <LinkRow
      title={address === undefined ? t.address.add : <Recipient {...address} />}
      note={address === undefined ? undefined : addressLine(address)}
      onPress={toAddress}
    />
  </Card>
)

/** The number is never broken in its middle. */
const Recipient = ({ name, phone }: Address) => (
  <View className={styles.recipient}>
    {`${name} `}
    <Text className={styles.phone}>{phone}</Text>
  </View>
)

const Coupons = ({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[]
  readonly onChoose: ReadyProps['onCoupons']
}) => {
  const [open, setOpen] = useState(false)
  const { answer } = useAnswer('coupons', () => call(shopFunction, 'listCoupons', {}))
  const mine = answer.phase === 'ready' ? answer.data.mine.filter(({ usesLeft }) => usesLeft > 0) : []
  if (mine.length === 0) return null
  return (
    <Card>
      <LinkRow
        title={s.coupons.title}
        note={chosen.length === 0 ? s.coupons.available(mine.length) : names(mine, chosen)}
        onPress={() => setOpen(true)}
      />
      <CouponSheet
        open={open}
        coupons={mine}
        chosen={chosen}
        onChoose={(ids) => {
          onChoose(ids)
          setOpen(false)
        }}
        onClose={() => setOpen(false)}
      />
    </Card>
  )
}

const names = (mine: readonly CouponView[], chosen: readonly string[]): string =>
  mine.flatMap(({ coupon }) => (chosen.includes(coupon.couponId) ? [coupon.title] : [])).join('、')

const toAddress = () => void Taro.navigateTo({ url: '/shop/pages/address/index' })
