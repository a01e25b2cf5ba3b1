import { Swiper, SwiperItem, View } from '@tarojs/components'
import { useState } from 'react'
import { Picture } from '../../components/picture.tsx'
import styles from './gallery.module.scss'

interface GalleryProps {
  readonly pictures: readonly string[]
  readonly label: string
}

/** The pictures of an article, turned by hand; one alone lies still. */
export const Gallery = ({ pictures, label }: GalleryProps) => {
  const [at, setAt] = useState(0)
  if (pictures.length <= 1) return <Picture src={pictures[0]} label={label} lazy={false} />
  return (
    <View className={styles.gallery}>
      <Swiper className={styles.swiper} onChange={({ detail }) => setAt(detail.current)}>
        {pictures.map((picture, index) => (
          <SwiperItem key={picture}>
            <Picture src={picture} label={`${label} ${index + 1}`} lazy={index > 1} />
          </SwiperItem>
        ))}
      </Swiper>
      <View className={styles.count}>{`${at + 1} / ${pictures.length}`}</View>
    </View>
  )
}
