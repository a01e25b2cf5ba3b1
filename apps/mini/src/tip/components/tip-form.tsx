import { placeOnce } from '@pay/client'
import { type CreatorView, type Fen, parseYuan } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { yuan } from '../../format/yuan.ts'
import { usePlacing } from '../../hooks/use-placing.ts'
import { call, requestOwner, requests, withLogin } from '../../pay.ts'
import { explain } from '../../text/explain.ts'
import { tipFunction } from '../contracts.ts'
import { w } from '../text/index.ts'

const other = 'other'

/** How much, from whom, with which words. The creator's terms decide on the server once more. */
export const TipForm = ({ creator }: { readonly creator: CreatorView }) => {
  const { creatorId, pointsFen, custom } = creator
  const [choice, setChoice] = useState<string>()
  const [typed, setTyped] = useState('')
  const [message, setMessage] = useState('')
  const [giverName, setGiverName] = useState('')
  const [face, setFace] = useState<'named' | 'anonymous'>('named')
  const { busy, error, submit } = usePlacing(() => {})
  const amountFen = choice === other ? customFen(typed, custom) : (Number(choice) as Fen)
  const wrong = choice === other && typed !== '' && amountFen === undefined && custom !== undefined
  const limits = custom && ([yuan(custom.leastFen), yuan(custom.mostFen)] as const)
  const give = () => {
    if (amountFen === undefined) return
    const wish = { creatorId, amountFen, message, giverName, anonymous: face === 'anonymous' }
    submit(() =>
      placeOnce(requests, `tip.${requestOwner()}`, wish, (requestId) =>
        withLogin((loginCode) =>
          call(tipFunction, 'placeOrder', { requestId, ...wish, ...(loginCode !== undefined && { loginCode }) }),
        ),
      ),
    )
  }
  return (
    <>
      {error !== undefined && <NoticeBar kind="danger">{explain(error, w.errors)}</NoticeBar>}
      <Card>
        <Choices
          even
          label={w.form.amount}
          value={choice}
          onChange={setChoice}
          options={[
            ...pointsFen.map((fen) => ({ value: String(fen), label: `¥${yuan(fen)}` })),
            ...(custom === undefined ? [] : [{ value: other, label: w.form.custom }]),
          ]}
        />
        {choice === other && limits !== undefined && (
          <Field
            label={w.form.custom}
            type="digit"
            value={typed}
            onChange={setTyped}
            hint={w.form.customHint(...limits)}
            error={wrong ? w.form.customWrong(...limits) : undefined}
            max={10}
          />
        )}
        <Field label={w.form.message} value={message} onChange={setMessage} max={50} />
        <Choices
          value={face}
          onChange={setFace}
          options={[
            { value: 'named', label: w.form.show },
            { value: 'anonymous', label: w.form.anonymous },
          ]}
        />
        {face === 'named' && <Field label={w.form.name} value={giverName} onChange={setGiverName} max={20} />}
        <Button busy={busy} disabled={!(Number(amountFen) > 0)} onPress={give}>
          {Number(amountFen) > 0 ? w.form.submit(yuan(Number(amountFen))) : w.form.choose}
        </Button>
        <View className={prose.gap} />
        <View className={prose.note}>{w.form.notice}</View>
      </Card>
    </>
  )
}

const customFen = (typed: string, custom: CreatorView['custom']): Fen | undefined => {
  const parsed = parseYuan(typed.trim())
  if (!parsed.ok || custom === undefined) return undefined
  return parsed.value >= custom.leastFen && parsed.value <= custom.mostFen ? parsed.value : undefined
}
