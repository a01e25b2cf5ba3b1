import { RootPortal, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { scaleStyle } from '../platform/font-scale.ts'

/** Over the whole page. weapp lifts it out of the page; h5 and Douyin have no such component, and h5 needs none. */
export const OverAll = ({ children }: PropsWithChildren) =>
  process.env.TARO_ENV === 'weapp' ? (
    <RootPortal>
      <View style={scaleStyle()}>{children}</View>
    </RootPortal>
  ) : (
    <View>{children}</View>
  )
