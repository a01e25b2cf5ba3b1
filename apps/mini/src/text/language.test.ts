import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test('a phone that speaks English is answered in English, any other in Chinese', () => {
  expect(['en', 'en-US', 'en_GB', 'EN'].map(languageOf)).toEqual(['en', 'en', 'en', 'en'])
  expect(['zh_CN', 'zh-TW', 'ja', 'end', '', undefined].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'zh', 'zh', 'zh'])
})
