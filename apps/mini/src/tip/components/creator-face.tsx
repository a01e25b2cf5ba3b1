import type { CreatorView } from '@pay/core'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria.ts'
import { Picture } from '../../components/picture.tsx'
import prose from '../../components/prose.module.scss'
import styles from './creator-face.module.scss'

interface CreatorFaceProps {
  readonly creator: CreatorView
  /** A last line below name and intro. */
  readonly note: string
  /** That line invites: it has the colour of what can be tapped. */
  readonly inviting?: boolean
}

/** Who it is, in a few words. */
export const CreatorFace = ({ creator, note, inviting }: CreatorFaceProps) => (
  <View className={styles.head}>
    <View className={styles.avatar}>
      {creator.avatar === '' ? (
        <View className={styles.letter} {...aria({ hidden: true })}>
          {creator.name.slice(0, 1)}
        </View>
      ) : (
        <Picture src={creator.avatar} label={creator.name} className={styles.round} lazy={false} />
      )}
    </View>
    <View className={prose.grow}>
      <View className={prose.heading}>{creator.name}</View>
      <View className={styles.intro}>{creator.intro}</View>
      <View className={inviting ? styles.inviting : prose.note}>{note}</View>
    </View>
  </View>
)
