import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import { e } from '../text/index.ts'

interface SayCardProps {
  readonly title: string
  readonly label: string
  readonly submit: string
  readonly busy: boolean
  readonly kind?: 'text' | 'digit' | 'number'
  readonly max?: number
  readonly danger?: boolean
  readonly onSay: (words: string) => void
}

/** One field and its button: a reason, a code, a sum. */
export const SayCard = ({ title, label, submit, busy, kind = 'text', max = 100, danger, onSay }: SayCardProps) => {
  const [words, setWords] = useState('')
  return (
    <Card title={title}>
      <Field label={label} type={kind} max={max} value={words} onChange={setWords} />
      <Button
        small
        kind={danger ? 'danger' : 'main'}
        busy={busy}
        disabled={words.trim() === ''}
        onPress={() => onSay(words.trim())}
      >
        {submit}
      </Button>
    </Card>
  )
}

interface RateCardProps {
  readonly busy: boolean
  readonly onRate: (stars: number, words: string) => void
}

/** Stars and a few words, for either side. */
export const RateCard = ({ busy, onRate }: RateCardProps) => {
  const [stars, setStars] = useState('5')
  const [words, setWords] = useState('')
  return (
    <Card title={e.manage.rate}>
      <Choices
        label={e.manage.stars}
        value={stars}
        options={[1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: e.manage.star(count) }))}
        onChange={setStars}
      />
      <Field label={e.manage.words} max={100} value={words} onChange={setWords} />
      <Button small busy={busy} onPress={() => onRate(Number(stars), words)}>
        {e.manage.submit}
      </Button>
    </Card>
  )
}
