import { utf8Length } from '@pay/core'

/** WeChat takes 127 bytes of UTF-8: https://pay.weixin.qq.com/doc/v3/merchant/4012791897. */
const maxBytes = 127

const segmenter = new Intl.Segmenter('zh')

/** What the payer reads at the cashier: the first article, and how many kinds there are; never cut inside a character. */
export const paymentBody = (titles: readonly string[]): string => {
  const rest = titles.length > 1 ? ` 等${titles.length}件商品` : ''
  return `${cut(plain(titles[0] ?? ''), maxBytes - utf8Length(rest))}${rest}`
}

/** The longest beginning that fits, in whole characters as a person counts them. */
export const cut = (text: string, bytes: number): string => {
  if (utf8Length(text) <= bytes) return text
  const ellipsis = '…'
  let kept = ''
  let left = bytes - utf8Length(ellipsis)
  for (const { segment } of segmenter.segment(text)) {
    left -= utf8Length(segment)
    if (left < 0) break
    kept += segment
  }
  return kept + ellipsis
}

/** Line breaks and the like do not belong on a receipt. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
