import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import type { ComponentType, CSSProperties } from 'react'
import { sayBars } from '../platform/say-bars.ts'

/** A page with its title; its words grow with the reader's font size: every text size is multiplied by `--scale`. */
export const screen = (Page: ComponentType, title: string): ComponentType =>
  function Screen() {
    useDidShow(() => sayBars(title))
    return process.env.TARO_ENV === 'weapp' ? (
      <View style={scaleStyle()}>
        <Page />
      </View>
    ) : (
      <Page />
    )
  }

/** For what lies outside the page, too. The browser scales by itself. */
export const scaleStyle = (): CSSProperties => (process.env.TARO_ENV === 'weapp' ? styleOf(readScale()) : {})

// Care mode is 1.4; beyond it nothing fits a phone any more.
const most = 1.4

const styleOf = (scale: number) => ({ '--scale': String(Math.max(1, Math.min(scale, most))) }) as CSSProperties

/** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html: the standard is 17 on iOS and 16 on Android. */
const readScale = (): number => {
  const { fontSizeSetting, fontSizeScaleFactor } = Taro.getAppBaseInfo() as {
    fontSizeSetting?: number
    fontSizeScaleFactor?: number
  }
  return fontSizeScaleFactor ?? (fontSizeSetting ?? 16) / (fontSizeSetting === 17 ? 17 : 16)
}
