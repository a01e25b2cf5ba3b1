import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ComponentType } from 'react'
import { scaleStyle } from '../platform/font-scale.ts'
import { sayBars } from '../platform/say-bars.ts'
import { AskDialog } from './ask-dialog.tsx'
import { PrivacySheet } from './privacy-sheet.tsx'

/** A page with its title; its words grow with the reader's font size: every text size is multiplied by `--scale`. */
export const screen = (Page: ComponentType, title: string): ComponentType =>
  function Screen() {
    useDidShow(() => sayBars(title))
    return process.env.TARO_ENV === 'weapp' ? (
      <View style={scaleStyle()}>
        <Page />
        <PrivacySheet />
        <AskDialog />
      </View>
    ) : (
      <>
        <Page />
        <PrivacySheet />
        <AskDialog />
      </>
    )
  }
