import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { e } from '../text/index.ts'
import { Stars } from './stars.tsx'

interface RateCardProps {
  readonly busy: boolean
  readonly onRate: (stars: number, words: string) => void
}

/** Stars and a few words, for either side. */
export const RateCard = ({ busy, onRate }: RateCardProps) => {
  const [stars, setStars] = useState(5)
  const [words, setWords] = useState('')
  return (
    <Card title={e.manage.rate}>
      <Stars value={stars} onChange={setStars} />
      <Field label={e.manage.words} max={100} value={words} onChange={setWords} />
      <Button small busy={busy} onPress={() => onRate(stars, words)}>
        {e.manage.submit}
      </Button>
    </Card>
  )
}
