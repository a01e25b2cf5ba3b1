import type { ShopMessage } from '@pay/core'
import { teller } from '../order/tell.ts'

/** The shop's messages. */
export const tellShop = teller<ShopMessage, 'shop.tell'>({
  'shop.shipped': { state: '已发货', note: '宝贝已发出，请留意查收' },
  'shop.reminded': { state: '催发货', note: '买家提醒您尽快发货' },
  'shop.afterSaleAgreed': { state: '已同意', note: '商家已同意您的售后申请' },
  'shop.afterSaleRefused': { state: '未通过', note: '商家未同意您的售后申请' },
})
