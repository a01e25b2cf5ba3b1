import { placeOnce } from '@pay/client'
import type { SignedQuote } from '@pay/core'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
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
import { useAnswer } from '../../hooks/use-answer.ts'
import { usePlacing } from '../../hooks/use-placing.ts'
import { call, requestOwner, requests } from '../../pay.ts'
import { serverNow } from '../../server-clock.ts'
import { explain } from '../../text/explain.ts'
import { errandFunction } from '../contracts.ts'
import { type Draft, termsOf } from '../draft.ts'
import { priceRows } from '../entry.ts'
import { e } from '../text/index.ts'

/** The task once more, with the server's signed price; publishing pays exactly that. */
export const PublishCheck = ({ draft, back }: { readonly draft: Draft; readonly back: () => void }) => {
  const [round, setRound] = useState(0)
  // One moment per round: the quote is signed over it, so publishing has to name the same.
  const wanted = useMemo(() => termsOf(draft, serverNow()), [draft, round])
  const { answer, reload } = useAnswer(`${round} ${JSON.stringify(wanted)}`, async () => {
    if (wanted === undefined) return { ok: false, error: { code: 'PLACE_MISSING' } }
    const { terms, from, to } = wanted
    return call(errandFunction, 'quote', {
      ...terms,
      ...(from !== undefined && { from: { lat: from.lat, lng: from.lng } }),
      to: { lat: to.lat, lng: to.lng },
    })
  })
  const { busy, error, submit } = usePlacing(() => setRound(round + 1))
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
        <Button grow busy={busy} onPress={() => submit(() => publish(draft, wanted, quote))}>
          {e.form.submit(yuan(quote.price.totalFen))}
        </Button>
      </BottomBar>
    </View>
  )
}

const publish = ({ what }: Draft, { terms, from, to }: NonNullable<ReturnType<typeof termsOf>>, quote: SignedQuote) => {
  const wish = { ...terms, ...(from !== undefined && { from }), to, what, quote }
  return placeOnce(requests, `errand.${requestOwner()}`, wish, (requestId) =>
    call(errandFunction, 'publish', { requestId, ...wish }),
  )
}
