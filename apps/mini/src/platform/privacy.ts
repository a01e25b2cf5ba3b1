import Taro from '@tarojs/taro'
import { privacyQuestion } from './privacy-question.ts'

/** The question whether private data may be used; `PrivacySheet` on the page shows it. */
export const privacy = privacyQuestion()

/** WeChat takes the agreement only together with the id of the button that was tapped. */
export const agreeButtonId = 'privacy-agree'

/**
 * WeChat asks before the first use of whatever the console declares; the call that needs it waits for `resolve`.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export const onNeedPrivacy = (): void =>
  Taro.onNeedPrivacyAuthorization?.((resolve) => {
    void privacy
      .ask()
      .then((agreed) => resolve(agreed ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' }))
    resolve({ event: 'exposureAuthorization' })
  })

/** Call it before a use of location, pictures or addresses. On weapp WeChat asks by itself at the use; elsewhere we do, once. */
export const mayUsePrivateData = async (): Promise<boolean> => {
  if (process.env.TARO_ENV !== 'h5') return true
  if (localStorage.getItem(key) === 'agreed') return true
  const agreed = await privacy.ask()
  if (agreed) localStorage.setItem(key, 'agreed')
  return agreed
}

const key = 'pay.privacy'
