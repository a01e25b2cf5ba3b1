import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { PicturesField } from '../../pictures/pictures-field.tsx'
import { usePictures } from '../../pictures/use-pictures.ts'

export interface SayFormProps {
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
export const SayForm = ({ label, submit, busy, kind = 'text', max = 100, danger, ...props }: SayFormProps) => {
  const [words, setWords] = useState('')
  const pictures = usePictures()
  return (
    <>
      <Field label={label} type={kind} max={max} value={words} onChange={setWords} long={kind === 'text'} />
      {props.pictures !== undefined && <PicturesField pictures={pictures} label={props.pictures} />}
      <Button
        kind={danger ? 'danger' : 'main'}
        busy={busy}
        disabled={words.trim() === '' || pictures.waiting}
        onPress={() => props.onSay(words.trim(), pictures.fileIds)}
      >
        {submit}
      </Button>
    </>
  )
}
