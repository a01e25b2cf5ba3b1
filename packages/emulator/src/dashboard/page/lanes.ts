import { t } from './lang.ts'

export const lanes = [
  { name: t('手机', 'Phone') },
  { name: t('云函数', 'Functions') },
  { name: t('云开发', 'Cloud') },
  { name: t('微信支付', 'WeChat Pay') },
] as const

/** In which column a party stands. */
export const laneOf = (party: string): number => {
  if (party.startsWith('function')) return 1
  if (['client', 'person', 'phone', 'cashier'].includes(party)) return 0
  return ['pay', 'wechat', 'xpay', 'notices'].includes(party) ? 3 : 2
}
