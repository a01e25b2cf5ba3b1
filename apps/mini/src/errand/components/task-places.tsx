import type { ErrandView, PlaceView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import prose from '../../components/prose.module.scss'
import { placeLine } from '../entry.ts'
import { e } from '../text/index.ts'
import { CallPerson } from './call-person.tsx'
import styles from './task-places.module.scss'

/** From where to where, whom to meet there, and a way to reach both. */
export const TaskPlaces = ({ view: { kind, from, to } }: { readonly view: ErrandView }) => (
  <Card>
    {from !== undefined && (
      <Place title={kind === 'buy' ? e.facts.shop : e.facts.from} place={from} mark={styles.from} />
    )}
    <Place title={e.facts.to} place={to} mark={styles.to} />
  </Card>
)

interface PlaceProps {
  readonly title: string
  readonly place: PlaceView
  readonly mark: string | undefined
}

const Place = ({ title, place, mark }: PlaceProps) => {
  const { name, phone, lat, lng } = place
  return (
    <View className={styles.place}>
      <View className={`${styles.mark} ${mark ?? ''}`}>{title}</View>
      <View className={prose.grow}>
        <View>{placeLine(place)}</View>
        {name !== undefined && <View className={prose.note}>{`${name} ${phone ?? ''}`}</View>}
        <View className={prose.row}>
          {phone !== undefined && <CallPerson phone={phone} />}
          {process.env.TARO_ENV === 'weapp' && lat !== undefined && lng !== undefined && (
            <Button
              small
              kind="quiet"
              onPress={() => void Taro.openLocation({ latitude: lat, longitude: lng, name: placeLine(place) })}
            >
              {e.manage.map}
            </Button>
          )}
        </View>
      </View>
    </View>
  )
}
