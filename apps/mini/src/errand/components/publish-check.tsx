import { placeOnce } from '@pay/client'
import type { SignedQuote } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar } from '../../components/bottom-bar.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Facts } from '../../components/facts.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import { Failed } from '../../components/page-state.tsx'
import prose from '../../components/prose.module.scss'
import { Skeleton } from '../../components/skeleton.tsx'
import { SumRows } from '../../components/sum-rows.tsx'
import { yuan } from '../../format/yuan.ts'
import { useBusy } from '../../hooks/use-busy.ts'
import { usePlacing } from '../../hooks/use-placing.ts'
import { call, requestOwner, requests } from '../../pay.ts'
import { PictureStrip } from '../../pictures/picture-strip.tsx'
import type { Pictures } from '../../pictures/use-pictures.ts'
import { useMessages } from '../../subscribe/use-messages.ts'
import { explain } from '../../text/explain.ts'
import { errandFunction } from '../contracts.ts'
import type { Draft } from '../draft.ts'
import { priceRows } from '../entry.ts'
import { e } from '../text/index.ts'
import { type PricedTerms, useQuote } from '../use-quote.ts'

interface PublishCheckProps {
  readonly draft: Draft
  readonly pictures: Pictures
  readonly back: () => void
}

/** The task once more, with the server's signed price; publishing pays exactly that. */
export const PublishCheck = ({ draft, pictures, back }: PublishCheckProps) => {
  const [round, setRound] = useState(0)
  const { wanted, answer, reload } = useQuote(draft, round)
  const { busy, error, submit } = usePlacing(() => setRound(round + 1))
  const askMessages = useMessages('errand.publish')
  const [asking, run] = useBusy()
  if (wanted === undefined || answer.phase === 'failed') {
    const refused = answer.phase === 'failed' ? answer.error : { code: 'PLACE_MISSING' }
    return (
      <>
        <Failed note={explain(refused, e.errors)} retry={() => void reload()} />
        <BottomBar>
          <Button grow kind="quiet" onPress={back}>
            {e.previous}
          </Button>
        </BottomBar>
      </>
    )
  }
  if (answer.phase === 'loading')
    return (
      <Card>
        <Skeleton shape="block" />
      </Card>
    )
  const quote = answer.data
  const place = () =>
    run(async () => {
      await askMessages()
      submit(() => publish(draft.what, pictures.fileIds, wanted, quote))
    })
  return (
    <View>
      {error !== undefined && <NoticeBar kind="danger">{explain(error, e.errors)}</NoticeBar>}
      <Card title={e.kinds[draft.kind]}>
        <Facts
          facts={[
            ...(wanted.from === undefined ? [] : [{ label: e.facts.from, value: wanted.from.address }]),
            { label: e.facts.to, value: wanted.to.address },
            { label: e.facts.what, value: draft.what },
          ]}
        />
        <PictureStrip pictures={pictures.added.filter(({ state }) => state === 'done').map(({ path }) => path)} />
      </Card>
      <Card>
        <SumRows
          rows={priceRows(quote.price, quote.distanceM)}
          total={{ label: e.price.total, fen: quote.price.totalFen }}
        />
      </Card>
      <View className={prose.lead}>{e.form.notice}</View>
      <BottomBar>
        <Button kind="quiet" disabled={busy} onPress={back}>
          {e.previous}
        </Button>
        <Button grow busy={busy || asking} onPress={() => void place()}>
          {e.form.submit(yuan(quote.price.totalFen))}
        </Button>
      </BottomBar>
    </View>
  )
}

const publish = (what: string, pictures: readonly string[], { terms, from, to }: PricedTerms, quote: SignedQuote) => {
  const wish = { ...terms, ...(from !== undefined && { from }), to, what, pictures: [...pictures], quote }
  return placeOnce(requests, `errand.${requestOwner()}`, wish, (requestId) =>
    call(errandFunction, 'publish', { requestId, ...wish }),
  )
}
