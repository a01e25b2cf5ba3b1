import Taro from '@tarojs/taro'
import { t } from '../text/index.ts'
import { type Language, languageKey } from '../text/language.ts'
import { tell } from './ask.ts'

/** From now on, whatever language the phone has. The app starts anew, since a language is decided when it starts. */
export const chooseLanguage = (wanted: Language): void => {
  if (process.env.TARO_ENV !== 'h5') {
    Taro.setStorageSync(languageKey, wanted)
    restart()
  } else {
    localStorage.setItem(languageKey, wanted)
    const address = new URL(location.href)
    address.searchParams.delete('lang')
    history.replaceState(null, '', address)
    location.reload()
  }
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.restartMiniProgram.html: since 3.0.1; Taro's types do not know it. */
const restart = () => {
  const { restartMiniProgram } = Taro as { restartMiniProgram?(options: { path: string }): void }
  if (restartMiniProgram !== undefined) restartMiniProgram({ path: '/pages/me/index' })
  else void tell(t.me.language, t.me.languageLater)
}
