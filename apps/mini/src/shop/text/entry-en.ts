import type { EntryTexts } from './entry-zh.ts'

export const entryEn: EntryTexts = {
  home: { title: 'All goods', note: 'Good things, shipped at once' },
  cartLink: 'Cart',
  couponsLink: 'Coupons',
  sums: { goods: 'Goods', freight: 'Freight', discount: 'Discount', total: 'Total to pay' },
  remark: 'Note',
  address: 'Delivery address',
  progress: {
    toShip: 'To be shipped',
    shipped: 'On its way',
    received: 'Received',
    revoked: 'Refunded',
    none: 'To pay',
  },
  whats: {
    'shop.shipped': 'Shipped: {carrier} {trackingNo}',
    'shop.parcelSent': 'One parcel sent: {carrier} {trackingNo}',
    'shop.received': 'Receipt confirmed',
    'shop.afterSaleAsked': 'After-sale asked for, ¥{amountFen}',
    'shop.afterSale.agree': 'The shop agreed to refund ¥{amountFen}',
    'shop.afterSale.agreeReturn': 'The shop agreed; please send the goods back',
    'shop.afterSale.refuse': 'The shop refused the after-sale request',
    'shop.afterSale.withdraw': 'After-sale request withdrawn',
    'shop.afterSale.lapse': 'Not sent back in time; the request was closed',
    'shop.afterSale.sendBack': 'Goods sent back',
    'shop.afterSale.accept': 'The shop received the returned goods',
    'shop.afterSale.settle': 'After-sale refund of ¥{amountFen} arrived',
    'shop.afterSale.again': 'Refund of ¥{amountFen} started again',
  },
  owns: {
    desk: { label: 'Orders to deal with', note: 'Shipping, after-sale' },
    stock: { label: 'Goods and stock', note: 'Restock, reprice, put on or off sale' },
  },
  ways: {
    askAfterSale: 'After-sale',
    afterSale: 'After-sale progress',
    parcels: 'Delivery',
    confirm: 'Confirm receipt',
    owner: 'Ship and after-sale',
  },
}
