import Taro from '@tarojs/taro'
import { t } from '../text/index.ts'
import { language } from '../text/language.ts'

/** The bars that WeChat draws stand in Chinese in the app's configuration; any other language is told when a page shows. */
export const sayBars = (title: string): void => {
  if (language === 'zh') return
  void Taro.setNavigationBarTitle({ title })
  if (!tabsSaid) void sayTabs()
}

let tabsSaid = false

/** Refused on every page that shows no tab bar; the first one that does has them said for good. */
const sayTabs = async () => {
  const { home, orders, me } = t.tabs
  try {
    await Promise.all([home, orders, me].map((text, index) => Taro.setTabBarItem({ index, text })))
    tabsSaid = true
  } catch {}
}
