import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Pressable } from '../components/pressable.tsx'
import styles from './pictures.module.scss'
import { p } from './text/index.ts'

/** Pictures that somebody added; a tap shows one in full. The server gives addresses in place of file ids. */
export const PictureStrip = ({ pictures, label }: { readonly pictures: readonly string[]; readonly label?: string }) =>
  pictures.length === 0 ? null : (
    <View className={styles.field}>
      {label !== undefined && <View className={styles.label}>{label}</View>}
      <View className={styles.row}>
        {pictures.map((address) => (
          <Pressable
            key={address}
            className={styles.tile}
            label={p.open}
            onPress={() => void Taro.previewImage({ current: address, urls: [...pictures] })}
          >
            <Image className={styles.image} src={address} mode="aspectFill" lazyLoad />
          </Pressable>
        ))}
      </View>
    </View>
  )
