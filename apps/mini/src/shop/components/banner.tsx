import { Swiper, SwiperItem, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '../../components/aria.ts'
import { Picture } from '../../components/picture.tsx'
import { Pressable } from '../../components/pressable.tsx'
import { Price } from '../../components/price.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { call } from '../../pay.ts'
import { t } from '../../text/index.ts'
import type { Offer } from '../../vertical-entry.ts'
import { shopFunction } from '../contracts.ts'
import { offerOf } from '../offer-of.ts'
import styles from './banner.module.scss'

const mostOnBanner = 5

/** What the owner puts forward, one article at a time; nothing where there is none. It turns by hand alone. */
export const Banner = () => {
  const { answer } = useAnswer('featured', () => call(shopFunction, 'listGoods', { featured: true }))
  const [at, setAt] = useState(0)
  if (answer.phase !== 'ready' || answer.data.items.length === 0) return null
  const offers = answer.data.items.slice(0, mostOnBanner).map(offerOf)
  return (
    <View className={styles.banner}>
      <Swiper className={styles.swiper} onChange={({ detail }) => setAt(detail.current)}>
        {offers.map((offer) => (
          <SwiperItem key={offer.id}>
            <Slide offer={offer} />
          </SwiperItem>
        ))}
      </Swiper>
      {offers.length > 1 && (
        <View className={styles.dots} {...aria({ hidden: true })}>
          {offers.map(({ id }, index) => (
            <View key={id} className={`${styles.dot} ${index === at ? styles.here : ''}`} />
          ))}
        </View>
      )}
    </View>
  )
}

const Slide = ({ offer: { title, note, picture, fen, from, path } }: { readonly offer: Offer }) => (
  <Pressable className={styles.slide} onPress={() => void Taro.navigateTo({ url: path })}>
    <View className={styles.words}>
      <View className={styles.title}>{title}</View>
      <View className={styles.note}>{note}</View>
      <Price fen={fen} {...(from === true && { from: t.offer.from })} />
    </View>
    <View className={styles.picture}>
      <Picture {...(picture !== undefined && { src: picture })} label={title} lazy={false} />
    </View>
  </Pressable>
)
