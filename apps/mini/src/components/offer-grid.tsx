import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { t } from '../text/index.ts'
import type { Offer } from '../vertical-entry.ts'
import styles from './offer-grid.module.scss'
import { Picture } from './picture.tsx'
import { Pressable } from './pressable.tsx'
import { Price } from './price.tsx'
import { Skeleton } from './skeleton.tsx'

/** Tiles in two columns. */
export const OfferGrid = ({ offers }: { readonly offers: readonly Offer[] }) => (
  <View className={styles.grid}>
    {offers.map((offer) => (
      <Pressable key={offer.id} className={styles.tile} onPress={() => void Taro.navigateTo({ url: offer.path })}>
        <Picture src={offer.picture} label={offer.title} className={offer.soldOut ? styles.faded : ''} />
        <View className={styles.words}>
          <View className={styles.title}>{offer.title}</View>
          <View className={styles.note}>{offer.note}</View>
          <View className={styles.foot}>
            <Price fen={offer.fen} from={offer.from ? t.offer.from : undefined} />
            {offer.soldOut && <View className={styles.soldOut}>{t.offer.soldOut}</View>}
          </View>
        </View>
      </Pressable>
    ))}
  </View>
)

/** Holds the place of tiles. */
export const OfferGridSkeleton = () => (
  <View className={styles.grid}>
    {['1', '2', '3', '4'].map((key) => (
      <View key={key} className={styles.tile}>
        <Skeleton shape="square" />
        <View className={styles.words}>
          <Skeleton shape="line" />
          <Skeleton shape="short" />
        </View>
      </View>
    ))}
  </View>
)
