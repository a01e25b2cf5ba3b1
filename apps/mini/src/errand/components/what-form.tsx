import { View } from '@tarojs/components'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import prose from '../../components/prose.module.scss'
import { Stepper } from '../../components/stepper.tsx'
import { yuan } from '../../format/yuan.ts'
import { PicturesField } from '../../pictures/pictures-field.tsx'
import type { Pictures } from '../../pictures/use-pictures.ts'
import type { Draft } from '../draft.ts'
import { e } from '../text/index.ts'

const hourMs = 3_600_000
const tips = [0, 200, 500, 1000, 2000]

interface WhatFormProps {
  readonly draft: Draft
  readonly pictures: Pictures
  readonly change: (part: Partial<Draft>) => void
}

/** What is to be done: words, pictures, weight, time, value, money. */
export const WhatForm = ({ draft, pictures, change }: WhatFormProps) => (
  <Card>
    <Field
      long
      label={e.form.what}
      hint={e.form.whatHint}
      max={300}
      value={draft.what}
      onChange={(what) => change({ what })}
    />
    <PicturesField pictures={pictures} />
    {draft.kind === 'buy' && (
      <>
        <Field type="digit" label={e.form.goods} max={10} value={draft.goods} onChange={(goods) => change({ goods })} />
        <View className={prose.note}>{e.form.goodsHint}</View>
        <View className={prose.gap} />
      </>
    )}
    {draft.kind !== 'do' && (
      <View className={prose.between}>
        <View className={prose.note}>{e.form.weight}</View>
        <Stepper value={draft.weightKg} max={20} onChange={(weightKg) => change({ weightKg })} />
      </View>
    )}
    <View className={prose.gap} />
    <Choices
      label={e.form.when}
      value={String(draft.afterMs)}
      options={[
        { value: '0', label: e.form.times.now },
        { value: String(hourMs), label: e.form.times.one },
        { value: String(2 * hourMs), label: e.form.times.two },
        { value: String(4 * hourMs), label: e.form.times.four },
      ]}
      onChange={(afterMs) => change({ afterMs: Number(afterMs) })}
    />
    {draft.kind !== 'do' && draft.kind !== 'buy' && (
      <Field
        type="digit"
        label={e.form.declared}
        max={10}
        value={draft.declared}
        onChange={(declared) => change({ declared })}
      />
    )}
    <Choices
      even
      label={e.form.tip}
      value={String(draft.tipFen)}
      options={tips.map((fen) => ({ value: String(fen), label: fen === 0 ? e.form.noTip : `¥${yuan(fen)}` }))}
      onChange={(fen) => change({ tipFen: Number(fen) })}
    />
  </Card>
)
