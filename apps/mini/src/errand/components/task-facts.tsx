import type { ErrandView } from '@pay/core'
import { View } from '@tarojs/components'
import { Card } from '../../components/card.tsx'
import { Facts } from '../../components/facts.tsx'
import prose from '../../components/prose.module.scss'
import { moment } from '../../format/moment.ts'
import { yuan } from '../../format/yuan.ts'
import { PictureStrip } from '../../pictures/picture-strip.tsx'
import { e } from '../text/index.ts'

/** A task in facts, for either side: each sees what the server lets it see. */
export const TaskFacts = ({ view }: { readonly view: ErrandView }) => {
  const f = e.facts
  const fact = (label: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [{ label, value }]
  return (
    <Card title={e.kinds[view.kind]}>
      <Facts
        facts={[
          ...fact(f.what, view.what),
          ...fact(f.wanted, view.wantedAtMs === undefined ? f.asap : moment(view.wantedAtMs)),
          ...fact(f.weight, view.weightKg > 0 ? f.kg(view.weightKg) : undefined),
          ...fact(f.cancelFee, view.cancelFeeFen === undefined ? undefined : `¥${yuan(view.cancelFeeFen)}`),
          ...fact(f.goodsPaid, view.goodsPaidFen === undefined ? undefined : `¥${yuan(view.goodsPaidFen)}`),
          ...fact(f.goodsAsked, view.goods?.askedFen === undefined ? undefined : `¥${yuan(view.goods.askedFen)}`),
          ...fact(f.goodsSpent, view.goods?.spentFen === undefined ? undefined : `¥${yuan(view.goods.spentFen)}`),
          ...fact(f.openUntil, view.openUntilMs === undefined ? undefined : moment(view.openUntilMs)),
          ...fact(f.dispute, view.dispute?.why),
          ...fact(f.byBuyer, view.ratings.byBuyer && rated(view.ratings.byBuyer)),
          ...fact(f.byRunner, view.ratings.byRunner && rated(view.ratings.byRunner)),
        ]}
      />
      <PictureStrip pictures={view.pictures} />
      <PictureStrip label={f.receipt} pictures={view.goods?.receipt ?? []} />
      <PictureStrip label={f.evidence} pictures={view.dispute?.pictures ?? []} />
      {view.dispute?.ruling !== undefined && (
        <View className={prose.note}>
          {`${f.ruling(yuan(view.dispute.ruling.refundFen))} · ${view.dispute.ruling.note}`}
        </View>
      )}
    </Card>
  )
}

const rated = ({ stars, words }: { readonly stars: number; readonly words: string }): string =>
  [e.manage.star(stars), words].filter(Boolean).join(' · ')
