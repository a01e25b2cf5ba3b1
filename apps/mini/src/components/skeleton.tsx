import { View } from '@tarojs/components'
import styles from './skeleton.module.scss'

type SkeletonProps = { readonly shape: 'line' | 'short' | 'square' | 'block' }

/** Holds the place of what is being read. */
export const Skeleton = ({ shape }: SkeletonProps) => <View className={`${styles.skeleton} ${styles[shape]}`} />
