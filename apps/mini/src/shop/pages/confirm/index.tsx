import type { ShopQuote } from '@pay/core'
import { Textarea, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { SumRows } from '../../../components/sum-rows.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { usePlacing } from '../../../hooks/use-placing.ts'
import { OrderLines } from '../../../order/order-lines.tsx'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { shopFunction } from '../../contracts.ts'
import { linesOf, sumsOf } from '../../entry.ts'
import { readLines, type WantedLine, writeLines } from '../../order-lines.ts'
import { placeShopOrder } from '../../place-shop-order.ts'
import { s } from '../../text/index.ts'
import styles from './index.module.scss'

/** What is about to be bought, at the server's price of this moment; submitting places the order and opens the cashier. */
export default function Confirm() {
  const lines = readLines(useRouter().params.lines)
  if (lines.length === 0)
    return (
      <PageState title={s.confirm.nothing} action={{ label: s.confirm.back, run: () => void Taro.navigateBack() }} />
    )
  return <Quoted lines={lines} />
}

const Quoted = ({ lines }: { readonly lines: readonly WantedLine[] }) => {
  const { answer, reload } = useAnswer(writeLines(lines), () => call(shopFunction, 'quote', { lines: [...lines] }))
  if (answer.phase === 'loading')
    return (
      <View className={styles.page}>
        <Card>
          <Skeleton shape="block" />
        </Card>
      </View>
    )
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, s.errors)} retry={() => void reload()} />
  return <Ready lines={lines} quote={answer.data} requote={() => void reload()} />
}

interface ReadyProps {
  readonly lines: readonly WantedLine[]
  readonly quote: ShopQuote
  readonly requote: () => void
}

const Ready = ({ lines, quote, requote }: ReadyProps) => {
  const [remark, setRemark] = useState('')
  const { price } = quote
  const { busy, error, submit } = usePlacing(requote)
  return (
    <View className={styles.page}>
      {error !== undefined && <NoticeBar kind="danger">{explain(error, s.errors)}</NoticeBar>}
      <Card>
        <OrderLines lines={linesOf(quote.lines)} />
        <SumRows rows={sumsOf(price)} total={{ label: s.sums.total, fen: price.totalFen }} />
      </Card>
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
        <Button grow busy={busy} onPress={() => submit(placeShopOrder({ lines, remark }, price.totalFen))}>
          {busy ? s.confirm.placing : s.confirm.submit(yuan(price.totalFen))}
        </Button>
      </BottomBar>
    </View>
  )
}
