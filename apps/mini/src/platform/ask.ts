import Taro from '@tarojs/taro'
import { t } from '../text/index.ts'

/** Asks before something that cannot be taken back. */
export const ask = async (title: string, content: string, yes: string): Promise<boolean> => {
  const { confirm } = await Taro.showModal({ title, content, confirmText: yes, cancelText: t.cancel })
  return confirm
}
