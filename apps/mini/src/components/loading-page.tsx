import { View } from '@tarojs/components'
import { Card } from './card.tsx'
import prose from './prose.module.scss'
import { Skeleton } from './skeleton.tsx'

/** A page whose content is being read. */
export const LoadingPage = () => (
  <View className={prose.page}>
    <Card>
      <Skeleton shape="block" />
    </Card>
  </View>
)
