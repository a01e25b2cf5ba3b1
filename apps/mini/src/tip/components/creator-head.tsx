import type { CreatorPage } from '@pay/core'
import { View } from '@tarojs/components'
import { Picture } from '../../components/picture.tsx'
import prose from '../../components/prose.module.scss'
import { yuan } from '../../format/yuan.ts'
import { w } from '../text/index.ts'
import styles from './creator-head.module.scss'

/** Who it is, in a few words. */
export const CreatorHead = ({ page: { creator, tips, totalFen } }: { readonly page: CreatorPage }) => (
  <View className={styles.head}>
    <View className={styles.avatar}>
      <Picture src={creator.avatar} label={creator.name} className={styles.round} lazy={false} />
    </View>
    <View className={prose.grow}>
      <View className={prose.heading}>{creator.name}</View>
      <View className={prose.note}>{creator.intro}</View>
      <View className={prose.note}>
        {tips > 0 ? `${w.creator.received(tips)} · ${w.creator.total(yuan(totalFen))}` : w.creator.none}
      </View>
    </View>
  </View>
)
