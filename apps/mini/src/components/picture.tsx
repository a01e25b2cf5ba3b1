import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { pictureAddress } from '../pictures/picture-address.ts'
import { aria } from './aria.ts'
import styles from './picture.module.scss'

interface PictureProps {
  readonly src?: string
  readonly label: string
  readonly className?: string
  readonly lazy?: boolean
}

/** A square picture; keeps its place while it loads, and when it cannot be loaded. */
export const Picture = ({ src, label, className = '', lazy = true }: PictureProps) => {
  const [broken, setBroken] = useState(false)
  return (
    <View className={`${styles.frame} ${className}`}>
      {src !== undefined && src !== '' && !broken && (
        <Image
          className={styles.image}
          src={pictureAddress(src)}
          mode="aspectFill"
          lazyLoad={lazy}
          onError={() => setBroken(true)}
          {...(process.env.TARO_ENV === 'h5'
            ? { imgProps: { alt: label }, nativeProps: { alt: label } }
            : aria({ label }))}
        />
      )}
    </View>
  )
}
