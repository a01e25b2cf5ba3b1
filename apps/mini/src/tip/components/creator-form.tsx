import { type Creator, tipPointsFen } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { type CreatorDraft, creatorOf, draftOf } from '../creator-draft.ts'
import { w } from '../text/index.ts'

interface CreatorFormProps {
  readonly creatorId: string
  /** Absent: a new one. */
  readonly known?: Creator
}

/** One creator's page, as the owner writes it. */
export const CreatorForm = ({ creatorId, known }: CreatorFormProps) => {
  const [draft, setDraft] = useState(() => draftOf(known))
  const [saved, setSaved] = useState(false)
  const { busy, trouble, act } = useAct(w.errors)
  const change = (part: Partial<CreatorDraft>) => {
    setSaved(false)
    setDraft({ ...draft, ...part })
  }
  const creator = creatorOf(creatorId, known?.avatar ?? '', draft)
  const field = (name: 'name' | 'intro' | 'thanks' | 'least' | 'most', max: number) => ({
    label: w.creatorForm[name],
    value: draft[name],
    max,
    onChange: (value: string) => change({ [name]: value }),
  })
  const save = () => {
    if (creator === undefined) return
    const asked = { ...creator, pointsFen: [...creator.pointsFen] }
    void act(
      () => call(ownerFunction, 'putCreator', asked),
      () => setSaved(true),
    )
  }
  return (
    <Card title={draft.name === '' ? w.creatorForm.fresh : draft.name}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Choices
        value={draft.open ? 'open' : 'closed'}
        options={[
          { value: 'open', label: w.creatorForm.open },
          { value: 'closed', label: w.creatorForm.closed },
        ]}
        onChange={(value) => change({ open: value === 'open' })}
      />
      <View className={prose.gap} />
      <Field {...field('name', 30)} />
      <Field {...field('intro', 200)} long />
      <Field {...field('thanks', 100)} />
      <View className={prose.note}>{w.creatorForm.points}</View>
      <View className={prose.row}>
        {tipPointsFen.map((fen) => {
          const on = draft.pointsFen.includes(fen)
          const others = draft.pointsFen.filter((one) => one !== fen)
          return (
            <Button
              small
              key={fen}
              kind={on ? 'main' : 'quiet'}
              onPress={() => change({ pointsFen: on ? others : [...others, fen] })}
            >
              {`¥${yuan(fen)}`}
            </Button>
          )
        })}
      </View>
      <View className={prose.gap} />
      <Field type="digit" {...field('least', 10)} />
      <Field type="digit" {...field('most', 10)} />
      <Button busy={busy} disabled={creator === undefined} onPress={save}>
        {saved ? w.creatorForm.saved : w.creatorForm.save}
      </Button>
    </Card>
  )
}
