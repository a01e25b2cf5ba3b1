import * as v from 'valibot'
import type { GoodsId, OpenId, OrderNo, OutTradeNo, RequestId, SkuId } from '../identity/ids.ts'
import type { Fen } from '../money/fen.ts'

/** The fields that inputs are made of. All are strings or integers of a fixed form: no operator object gets through. */
const text = <T extends string>(pattern: RegExp, form: string) =>
  v.pipe(
    v.string(`takes text: ${form}`),
    v.regex(pattern, `takes ${form}`),
    v.transform((value) => value as T),
  )

export const orderNoField = text<OrderNo>(/^[0-9A-Z]{26}$/, 'an order number: 26 characters of 0-9A-Z')
export const requestIdField = text<RequestId>(/^[0-9A-Za-z_-]{16,64}$/, '16 to 64 characters of 0-9A-Za-z_-')
export const goodsIdField = text<GoodsId>(/^[0-9A-Za-z_-]{1,32}$/, '1 to 32 characters of 0-9A-Za-z_-')
export const skuIdField = text<SkuId>(/^[0-9A-Za-z_-]{1,48}$/, '1 to 48 characters of 0-9A-Za-z_-')
export const openIdField = text<OpenId>(/^[0-9A-Za-z_-]{6,64}$/, 'an openid')
/** https://pay.weixin.qq.com/doc/v3/merchant/4012525182: 6–32 characters, unique per merchant. */
export const outTradeNoField = text<OutTradeNo>(/^[0-9A-Za-z_\-|*]{6,32}$/, '6 to 32 characters of 0-9A-Za-z_-|*')
export const cursorField = text<string>(/^[0-9A-Za-z_-]{1,128}$/, 'a cursor as the last page gave it')

export const quantityField = v.pipe(
  v.number('takes a whole number'),
  v.safeInteger('takes a whole number'),
  v.minValue(1, 'takes 1 or more'),
  v.maxValue(999, 'takes 999 at most'),
)

/** Free text of a person: trimmed of nothing, but without control characters and lone surrogates; length in characters and in UTF-8 bytes. */
export const freeTextField = (maxCharacters: number, maxBytes = maxCharacters * 4) =>
  v.pipe(
    v.string('takes text'),
    v.check((value) => [...value].length <= maxCharacters, `takes ${maxCharacters} characters at most`),
    v.check((value) => utf8Length(value) <= maxBytes, `takes ${maxBytes} bytes at most`),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are refused; line breaks and tabs are text
    v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'takes no control characters'),
    v.check((value) => !/[\ud800-\udfff]/u.test(value), 'takes whole characters only'),
  )

/** Length in UTF-8, without TextEncoder: the mini-program has none. */
export const utf8Length = (value: string): number => {
  let bytes = 0
  for (const character of value) {
    const point = character.codePointAt(0) as number
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Free text that has to be there. */
export const neededTextField = (maxCharacters: number) =>
  v.pipe(
    freeTextField(maxCharacters),
    v.check((value) => value.trim() !== '', 'takes text, not blanks only'),
  )

/** An amount in fen as a client may name it: a wish to be checked against the server's own figures. */
export const fenField = (least: number, most: number) =>
  v.pipe(
    v.number('takes a whole number of fen'),
    v.safeInteger('takes a whole number of fen'),
    v.minValue(least, `takes ${least} fen or more`),
    v.maxValue(most, `takes ${most} fen at most`),
    v.transform((value) => value as Fen),
  )

/** A file in the cloud storage, as the upload named it. */
export const fileIdField = text<string>(/^cloud:\/\/[0-9A-Za-z._\-/]{1,240}$/, 'a file id of the cloud storage')

/** At most 3 pictures for evidence, from the caller's own folder (`order.uploads`); whose folder it is, the server checks. */
export const picturesField = v.optional(v.pipe(v.array(fileIdField), v.maxLength(3, 'takes 3 pictures at most')), [])

/** Digits with an optional country code; landlines with a hyphen. */
export const phoneField = text<string>(/^\+?[0-9][0-9-]{4,19}$/, 'a phone number')

/** What `wx.login` gives the client: good for one exchange within 5 minutes. */
export const loginCodeField = text<string>(/^[0-9A-Za-z_-]{8,128}$/, 'a code of wx.login')

/** 1 to 40 characters of 0-9A-Za-z_-: names of records of ours. */
export const recordIdField = text<string>(/^[0-9A-Za-z_-]{1,40}$/, '1 to 40 characters of 0-9A-Za-z_-')

export const trackingNoField = text<string>(/^[0-9A-Za-z-]{4,40}$/, 'a tracking number: 4 to 40 letters and digits')
export const carrierField = text<string>(/^[0-9A-Za-z_]{1,20}$/, "a carrier's code")
