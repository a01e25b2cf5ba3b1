import type { Place } from '@pay/core'
import { View } from '@tarojs/components'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import prose from '../../components/prose.module.scss'
import { chooseOnMap, type FoundPlace, samplePlaces } from '../places.ts'
import { e } from '../text/index.ts'

interface PlaceFormProps {
  readonly title: string
  readonly place: Partial<Place>
  readonly onChange: (place: Partial<Place>) => void
}

/** Where, and whom one meets there. */
export const PlaceForm = ({ title, place, onChange }: PlaceFormProps) => {
  const found = (one: FoundPlace | undefined) => one && onChange({ ...place, ...one })
  const field = (name: 'address' | 'door' | 'name' | 'phone', max: number) => ({
    label: e.place[name],
    value: place[name] ?? '',
    max,
    onChange: (value: string) => onChange({ ...place, [name]: value }),
  })
  return (
    <Card title={title}>
      {process.env.TARO_ENV === 'weapp' ? (
        <Button small kind="quiet" onPress={() => void chooseOnMap().then(found)}>
          {e.place.choose}
        </Button>
      ) : (
        <Choices
          label={e.place.sample}
          options={samplePlaces.map(({ address }) => ({ value: address, label: shortOf(address) }))}
          value={samplePlaces.find(({ lat, lng }) => lat === place.lat && lng === place.lng)?.address}
          onChange={(address) => found(samplePlaces.find((one) => one.address === address))}
        />
      )}
      <View className={prose.gap} />
      <Field {...field('address', 120)} />
      <Field {...field('door', 60)} />
      <Field {...field('name', 30)} />
      <Field {...field('phone', 20)} />
    </Card>
  )
}

/** The street alone, without province and city. */
const shortOf = (address: string): string => address.replace(/^.*?区/, '')
