import { type XpayOutcome, xpayRefuse } from './book/virtual-book.ts'
import type { XpayMethod } from './xpay-methods.ts'

interface Goods {
  readonly id: string
  readonly name: string
  readonly price: number
  readonly remark: string
  readonly item_url: string
}

/** Goods are uploaded to the sandbox's shelf and then published, one at a time; both tasks are done at once here. */
const startUpload: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay, body }) => {
    const goods = only(body.upload_item)
    if (!goods.ok) return goods
    const { id, name, price } = goods.item as Partial<Goods>
    if (typeof id !== 'string' || !/^[\w\-一-鿿]{1,20}$/u.test(id)) return xpayRefuse(268490002, 'id is invalid')
    if (typeof name !== 'string' || name === '' || [...name].length > 20)
      return xpayRefuse(268490002, 'name is invalid')
    if (!Number.isSafeInteger(price) || (price as number) < 1)
      return xpayRefuse(268490002, 'price must be greater than 0')
    xpay.shelf.set(id, { ...goods.item, upload_status: 2, errmsg: '' })
    return { ok: true }
  },
}

const queryUpload: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay }) => ({
    ok: true,
    fields: { status: xpay.shelf.size === 0 ? 0 : 3, upload_item: [...xpay.shelf.values()] },
  }),
}

const startPublish: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay, body }) => {
    const goods = only(body.publish_item)
    if (!goods.ok) return goods
    const id = typeof goods.item.id === 'string' ? goods.item.id : ''
    const known = xpay.shelf.get(id)
    if (known === undefined) return xpayRefuse(268490002, 'item not exist')
    xpay.settings.products = { ...xpay.settings.products, [id]: Number(known.price) }
    xpay.settings.productNames = { ...xpay.settings.productNames, [id]: String(known.name) }
    xpay.save()
    return { ok: true }
  },
}

const queryPublish: XpayMethod = {
  paySig: true,
  signature: false,
  run: ({ xpay }) => {
    const published = Object.keys(xpay.settings.products)
    const items = published.map((id) => ({ id, publish_status: 2, errmsg: '' }))
    return { ok: true, fields: { status: published.length === 0 ? 0 : 3, publish_item: items } }
  },
}

export const goodsMethods: Readonly<Record<string, XpayMethod>> = {
  start_upload_goods: startUpload,
  query_upload_goods: queryUpload,
  start_publish_goods: startPublish,
  query_publish_goods: queryPublish,
}

const only = (value: unknown): XpayOutcome<{ readonly item: Readonly<Record<string, unknown>> }> =>
  Array.isArray(value) && value.length === 1 && typeof value[0] === 'object' && value[0] !== null
    ? { ok: true, item: value[0] }
    : xpayRefuse(268490002, 'one item at a time')
