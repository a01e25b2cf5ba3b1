import Taro from '@tarojs/taro'
import type { CSSProperties } from 'react'
import { type FontSettings, fontScaleOf } from './font-scale-of.ts'

/** For the root of a page, and for what lies outside of it: every text size in the styles is multiplied by `--scale`. */
export const scaleStyle = (): CSSProperties =>
  process.env.TARO_ENV === 'weapp' ? ({ '--scale': String(fontScaleOf(settings())) } as CSSProperties) : {}

/** On h5 the whole document has one scale: `?fontScale=1.6` says it for one visit, otherwise the browser's own setting. */
export const scaleDocument = (): void => {
  const asked = Number(new URLSearchParams(location.search).get('fontScale') ?? Number.NaN)
  const scale = fontScaleOf({ fontSizeScaleFactor: Number.isNaN(asked) ? browserScale() : asked })
  document.documentElement.style.setProperty('--scale', String(scale))
}

const settings = () => Taro.getAppBaseInfo() as FontSettings

/** Taro sets the root's font size by the width of the window; what the reader has chosen shows in `medium` only. */
const browserScale = (): number => {
  const probe = document.createElement('span')
  probe.style.fontSize = 'medium'
  document.documentElement.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / 16
}
