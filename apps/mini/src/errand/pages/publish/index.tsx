import { type ErrandKind, errandKinds, needsFrom } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { usePictures } from '../../../pictures/use-pictures.ts'
import { LivePrice } from '../../components/live-price.tsx'
import { PlaceForm } from '../../components/place-form.tsx'
import { PublishCheck } from '../../components/publish-check.tsx'
import { WhatForm } from '../../components/what-form.tsx'
import { type Draft, emptyDraft, placesReady, termsOf } from '../../draft.ts'
import { e } from '../../text/index.ts'

const steps = ['where', 'what', 'check'] as const

/** Publishes a task in three steps; the price is alive from the second on. */
function Publish() {
  const [step, setStep] = useState(0)
  const [draft, setDraft] = useState<Draft>(() => emptyDraft('fetch'))
  const [trouble, setTrouble] = useState<string>()
  const pictures = usePictures()
  useShareAppMessage(() => ({ title: e.home.title, path: '/errand/pages/publish/index' }))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const go = (to: number) => {
    const missing = to > step ? missingIn(draft, step, pictures.waiting) : undefined
    setTrouble(missing)
    if (missing !== undefined) return
    setStep(to)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <View className={prose.page}>
      <View className={prose.lead}>{`${step + 1} / 3 · ${e.steps[steps[step] ?? 'where']}`}</View>
      {trouble !== undefined && <NoticeBar>{trouble}</NoticeBar>}
      {step === 0 && <Where draft={draft} change={change} />}
      {step === 1 && <WhatForm draft={draft} pictures={pictures} change={change} />}
      {step === 2 ? (
        <PublishCheck draft={draft} pictures={pictures} back={() => go(1)} />
      ) : (
        <BottomBar>
          {step === 1 && <LivePrice draft={draft} />}
          {step > 0 && (
            <Button grow kind="quiet" onPress={() => go(step - 1)}>
              {e.previous}
            </Button>
          )}
          <Button grow onPress={() => go(step + 1)}>
            {e.next}
          </Button>
        </BottomBar>
      )}
    </View>
  )
}

export default screen(Publish, e.home.title)

const missingIn = (draft: Draft, step: number, uploading: boolean): string | undefined => {
  if (step === 0) return placesReady(draft) ? undefined : e.place.needed
  if (draft.what.trim() === '') return e.form.whatNeeded
  if (uploading) return e.form.stillUploading
  return termsOf(draft, 0) === undefined ? e.errors.GOODS_OUT_OF_RANGE : undefined
}

const Where = ({ draft, change }: { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }) => (
  <>
    <Card>
      <Choices<ErrandKind>
        value={draft.kind}
        options={errandKinds.map((kind) => ({ value: kind, label: e.kinds[kind] }))}
        onChange={(kind) => change({ kind })}
      />
      <View className={prose.note}>{e.kindNotes[draft.kind]}</View>
      <View className={prose.note}>{e.banned}</View>
    </Card>
    {needsFrom(draft.kind) && (
      <PlaceForm title={e.place.from} place={draft.from} onChange={(from) => change({ from })} />
    )}
    <PlaceForm
      title={draft.kind === 'do' ? e.place.doing : e.place.to}
      place={draft.to}
      onChange={(to) => change({ to })}
    />
  </>
)
