import { Image, View } from '@tarojs/components'
import { Pressable } from '../components/pressable.tsx'
import styles from './pictures.module.scss'
import { p } from './text/index.ts'
import type { AddedPicture, Pictures } from './use-pictures.ts'

interface PicturesFieldProps {
  readonly pictures: Pictures
  readonly label?: string
}

/** Pictures being added: what is there, what is on its way, and room for the next. */
export const PicturesField = ({ pictures, label = p.label }: PicturesFieldProps) => (
  <View className={styles.field}>
    <View className={styles.label}>{label}</View>
    <View className={styles.row}>
      {pictures.added.map((one) => (
        <Added key={one.path} picture={one} pictures={pictures} />
      ))}
      {pictures.added.length < pictures.most && (
        <Pressable className={`${styles.tile} ${styles.add}`} label={p.add} onPress={() => void pictures.add()}>
          ＋
        </Pressable>
      )}
    </View>
    {pictures.tooLarge && <View className={styles.error}>{p.tooLarge}</View>}
  </View>
)

const Added = ({
  picture: { path, state },
  pictures,
}: {
  readonly picture: AddedPicture
  readonly pictures: Pictures
}) => (
  <View className={styles.tile}>
    <Image className={styles.image} src={path} mode="aspectFill" />
    {state === 'uploading' && <View className={styles.veil}>{p.uploading}</View>}
    {state === 'failed' && (
      <Pressable className={styles.veil} onPress={() => pictures.again(path)}>
        {p.again}
      </Pressable>
    )}
    <Pressable className={styles.remove} label={p.remove} onPress={() => pictures.remove(path)}>
      <View className={styles.cross}>✕</View>
    </Pressable>
  </View>
)
