import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Price } from '../../components/price.tsx'
import prose from '../../components/prose.module.scss'
import { explain } from '../../text/explain.ts'
import { type Draft, termsOf } from '../draft.ts'
import { e } from '../text/index.ts'
import { useQuote } from '../use-quote.ts'

/** What it would cost as it is filled in so far; asked for when the person pauses, not at every key. */
export const LivePrice = ({ draft }: { readonly draft: Draft }) => {
  const [settled, setSettled] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), pauseMs)
    return () => clearTimeout(timer)
  }, [draft])
  return (
    <View className={prose.grow}>
      {termsOf(settled, 0) === undefined ? (
        <View className={prose.note}>{e.form.quoteLater}</View>
      ) : (
        <Quoted draft={settled} />
      )}
    </View>
  )
}

const Quoted = ({ draft }: { readonly draft: Draft }) => {
  const { answer } = useQuote(draft)
  if (answer.phase === 'loading') return null
  if (answer.phase === 'failed') return <View className={prose.note}>{explain(answer.error, e.errors)}</View>
  return <Price fen={answer.data.price.totalFen} />
}

const pauseMs = 400
