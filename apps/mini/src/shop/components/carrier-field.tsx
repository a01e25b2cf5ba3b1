import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import prose from '../../components/prose.module.scss'
import { carrierCodes, carrierName } from '../carriers.ts'
import { s } from '../text/index.ts'

interface CarrierFieldProps {
  /** The carrier's code; empty: none yet. */
  readonly value: string
  readonly onChange: (code: string) => void
}

const other = 'other'

/** Who carries the parcel: one of those that are common, or another by the code that WeChat knows it by. */
export const CarrierField = ({ value, onChange }: CarrierFieldProps) => {
  const [typing, setTyping] = useState(false)
  const choose = (choice: string) => {
    setTyping(choice === other)
    onChange(choice === other ? '' : choice)
  }
  return (
    <>
      <Choices
        label={s.parcels.carrier}
        value={typing ? other : value === '' ? undefined : value}
        options={[
          ...carrierCodes.map((code) => ({ value: code as string, label: carrierName(code) })),
          { value: other, label: s.parcels.otherCarrier },
        ]}
        onChange={choose}
      />
      <View className={prose.gap} />
      {typing && (
        <Field
          label={s.parcels.carrierCode}
          hint={s.owner.carrierHint}
          value={value}
          // WeChat's codes are capitals and figures.
          onChange={(typed) => onChange(typed.toUpperCase().replace(/[^0-9A-Z_]/g, ''))}
          max={20}
        />
      )}
    </>
  )
}
