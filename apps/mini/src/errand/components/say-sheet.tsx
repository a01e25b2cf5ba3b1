import { useState } from 'react'
import { LinkRow } from '../../components/link-row.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { SayForm, type SayFormProps } from './say-form.tsx'

interface SaySheetProps extends SayFormProps {
  readonly title: string
}

/** For what is rarely said: a line that opens the form. */
export const SaySheet = ({ title, ...form }: SaySheetProps) => {
  const [open, setOpen] = useState(false)
  const say: SayFormProps['onSay'] = (words, pictures) => {
    setOpen(false)
    form.onSay(words, pictures)
  }
  return (
    <>
      <LinkRow title={title} onPress={() => setOpen(true)} />
      <Sheet open={open} onClose={() => setOpen(false)} title={title}>
        <SayForm {...form} onSay={say} />
      </Sheet>
    </>
  )
}
