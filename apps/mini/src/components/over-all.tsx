import { RootPortal, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { scaleStyle } from '../platform/font-scale.ts'

/** Over the whole page. weapp lifts it out of the page; Taro's h5 has no such component and needs none. */
export const OverAll = ({ children }: PropsWithChildren) =>
  process.env.TARO_ENV === 'h5' ? (
    <View>{children}</View>
  ) : (
    <RootPortal>
      <View style={scaleStyle()}>{children}</View>
    </RootPortal>
  )
