import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import { PicturesField } from '../../pictures/pictures-field.tsx'
import { usePictures } from '../../pictures/use-pictures.ts'
import { e } from '../text/index.ts'

interface SayCardProps {
  readonly title: string
  readonly label: string
  readonly submit: string
  readonly busy: boolean
  readonly kind?: 'text' | 'digit' | 'number'
  readonly max?: number
  readonly danger?: boolean
  /** What pictures may be added: absent, none. */
  readonly pictures?: string
  readonly onSay: (words: string, pictures: string[]) => void
}

/** One field and its button: a reason, a code, a sum; with pictures where they can be asked for. */
export const SayCard = ({ title, label, submit, busy, kind = 'text', max = 100, danger, ...props }: SayCardProps) => {
  const [words, setWords] = useState('')
  const pictures = usePictures()
  return (
    <Card title={title}>
      <Field label={label} type={kind} max={max} value={words} onChange={setWords} />
      {props.pictures !== undefined && <PicturesField pictures={pictures} label={props.pictures} />}
      <Button
        small
        kind={danger ? 'danger' : 'main'}
        busy={busy}
        disabled={words.trim() === '' || pictures.waiting}
        onPress={() => props.onSay(words.trim(), pictures.fileIds)}
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
