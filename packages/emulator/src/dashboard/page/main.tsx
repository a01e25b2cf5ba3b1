/// <reference lib="dom" />
import { render } from 'preact'
import { App } from './app.tsx'
import { isChinese } from './lang.ts'

document.documentElement.lang = isChinese ? 'zh-CN' : 'en'
render(<App />, document.getElementById('app') as HTMLElement)
