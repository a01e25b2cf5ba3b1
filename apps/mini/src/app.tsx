import type { PropsWithChildren } from 'react'
import './app.scss'
import { scaleDocument } from './platform/font-scale.ts'
import { onNeedPrivacy } from './platform/privacy.ts'
import { language } from './text/language.ts'

if (process.env.TARO_ENV === 'h5') {
  require('./styles/h5.scss')
  scaleDocument()
  // A screen reader pronounces by it.
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
}
if (process.env.TARO_ENV === 'weapp') onNeedPrivacy()

export default function App({ children }: PropsWithChildren) {
  return children
}
