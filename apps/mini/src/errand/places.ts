import type { Point } from '@pay/core'
import Taro from '@tarojs/taro'
import { mayUsePrivateData } from '../platform/privacy.ts'

/** A point with the words for it. */
export interface FoundPlace extends Point {
  readonly address: string
}

/** Places to try the app with where there is no map: the browser. Degrees in GCJ-02. */
export const samplePlaces: readonly FoundPlace[] = [
  { address: '浙江省杭州市西湖区文三路 90 号', lat: 30.2766, lng: 120.1316 },
  { address: '浙江省杭州市拱墅区武林广场 1 号', lat: 30.2741, lng: 120.1633 },
  { address: '浙江省杭州市上城区清河坊街 2 号', lat: 30.2405, lng: 120.1699 },
  { address: '浙江省杭州市西湖区浙大路 38 号', lat: 30.2636, lng: 120.1205 },
]

/** WeChat's map; undefined: closed or refused, and the form can still be filled by hand. */
export const chooseOnMap = async (): Promise<FoundPlace | undefined> => {
  try {
    const { address, name, latitude, longitude } = await Taro.chooseLocation({})
    return { address: address || name, lat: latitude, lng: longitude }
  } catch {
    return undefined
  }
}

/** Where this phone is; undefined when it may not be known. In the browser: the first of the sample places. */
export const whereAmI = async (): Promise<Point | undefined> => {
  if (!(await mayUsePrivateData())) return undefined
  if (process.env.TARO_ENV !== 'weapp') return samplePlaces[0]
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' })
    return { lat: latitude, lng: longitude }
  } catch {
    return undefined
  }
}

/** After a refusal: WeChat asks nobody twice, its settings have to be opened; elsewhere asking again is enough. */
export const askWhereAgain = async (): Promise<Point | undefined> => {
  if (process.env.TARO_ENV === 'weapp') await Taro.openSetting().catch(() => undefined)
  return whereAmI()
}
