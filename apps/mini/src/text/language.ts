export type Language = 'zh' | 'en'

/** Where a choice made on the me page is kept; absent, the phone decides. */
export const languageKey = 'pay.language'

/** English for a phone that speaks English, Chinese for every other. */
export const languageOf = (tag: unknown): Language => (/^en\b/i.test(String(tag ?? '').replace('_', '-')) ? 'en' : 'zh')

/** The language of this visit. Decided once, when the app starts: whatever is made of words then never has to change. */
export const language: Language = languageOf(chosen() ?? phone())

/** One of two tables of the same shape: what has no English does not compile. */
export const inLanguage = <T>(texts: Readonly<Record<Language, T>>): T => texts[language]

// Not by Taro: words are read where no Taro runs and no phone is, in tests and while the app's configuration is built.
interface WeChat {
  getStorageSync(key: string): unknown
  getAppBaseInfo?(): { readonly language?: string }
}

declare const wx: WeChat | undefined

/** On h5 the address may say it for one visit: `?lang=en`. */
function chosen(): unknown {
  if (process.env.TARO_ENV === 'weapp' && typeof wx !== 'undefined') return wx.getStorageSync(languageKey) || undefined
  if (process.env.TARO_ENV !== 'h5' || typeof location === 'undefined') return undefined
  return new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(languageKey) ?? undefined
}

function phone(): unknown {
  if (process.env.TARO_ENV === 'weapp' && typeof wx !== 'undefined') return wx.getAppBaseInfo?.().language
  return process.env.TARO_ENV === 'h5' && typeof location !== 'undefined' ? navigator.language : 'zh'
}
