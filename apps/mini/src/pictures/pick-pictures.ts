import Taro from '@tarojs/taro'
import { mayUsePrivateData } from '../platform/privacy.ts'
import { pickInBrowser } from './pick-in-browser.ts'

/** A picture on this phone, not yet anywhere else. */
export interface Picked {
  /** Where an `Image` can show it from. */
  readonly path: string
  readonly bytes: number
  /** The browser's file; on a phone the path is enough. */
  readonly blob?: Blob
}

/**
 * The album or the camera, for `most` pictures. Empty: the person thought better of it, or WeChat was refused.
 * The phone sends them compressed: https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html
 */
export const pickPictures = async (most: number): Promise<readonly Picked[]> => {
  if (!(await mayUsePrivateData())) return []
  if (process.env.TARO_ENV === 'h5') return pickInBrowser(most)
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, bytes: size }))
  } catch {
    return []
  }
}
