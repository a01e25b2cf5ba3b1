/** What WeChat tells of the reader's font size: `fontSizeSetting` in px, the factor in newer versions only. */
export interface FontSettings {
  readonly fontSizeSetting?: number
  readonly fontSizeScaleFactor?: number
}

/**
 * How much larger than usual the reader wants words, from 1 to 1.6. WeChat's care mode is 1.4; beyond 1.6 nothing fits a phone.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html: the standard is 17 on iOS and 16 on Android.
 */
export const fontScaleOf = ({ fontSizeSetting = 16, fontSizeScaleFactor }: FontSettings): number => {
  const wanted = fontSizeScaleFactor ?? (fontSizeSetting === 17 ? 1 : fontSizeSetting / 16)
  return Number.isFinite(wanted) ? Math.min(Math.max(wanted, 1), 1.6) : 1
}
