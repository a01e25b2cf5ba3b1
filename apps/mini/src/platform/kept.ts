import Taro from '@tarojs/taro'
import { requestOwner } from '../pay.ts'

/** Something this person's phone remembers between visits, as JSON. What cannot be read counts as nothing. */
export const kept = <T>(name: string, otherwise: T) => {
  const key = () => `pay.${name}.${requestOwner()}`
  return {
    read: (): T => {
      try {
        const text = Taro.getStorageSync<string>(key())
        return text ? (JSON.parse(text) as T) : otherwise
      } catch {
        return otherwise
      }
    },
    write: (value: T): void => Taro.setStorageSync(key(), JSON.stringify(value)),
  }
}
