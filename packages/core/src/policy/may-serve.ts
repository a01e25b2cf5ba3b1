import type { Fen } from '../money/fen.ts'
import { type Rule, rules } from './rules.ts'
import type { PayProduct, Platform, Trade } from './trade.ts'

export interface Sale {
  readonly trade: Trade
  readonly platform: Platform
  /** Where it matters: Apple has a least amount. */
  readonly amountFen?: Fen
  /** A trial without real money. */
  readonly sandbox?: boolean
}

/** An answer with its reason. `confirm`: no rule says so in as many words, the owner of the mini-program has to agree. */
export type PolicyAnswer = Rule & { readonly allowed: boolean; readonly confirm?: string }

/** Whether a product may take the money of a sale, by WeChat's published rules. */
export const mayServe = (product: PayProduct, sale: Sale): PolicyAnswer => {
  switch (sale.trade.kind) {
    case 'donation':
      return no(rules.noDonations)
    case 'tip':
    case 'virtualGoods':
      return product === 'virtualPayment' ? virtual(sale) : no(rules.virtualOnly)
    case 'errandTip':
      return product === 'virtualPayment' ? no(rules.notVirtual) : { ...yes(rules.errandTip), confirm: askTheOwner }
    case 'errand':
      return product === 'virtualPayment' ? no(rules.notVirtual) : yes(rules.realService)
    case 'goods':
      if (product === 'virtualPayment') return no(rules.notVirtual)
      return product === 'cloudPay' && sale.trade.category !== 'other' ? no(rules.notByCloud) : yes(rules.realGoods)
  }
}

const askTheOwner =
  '没有规则直接写明跑腿小费的归类：它提高的是一次真实服务的价格，按普通支付处理；上线前请小程序主体确认，必要时向平台咨询。'

/** The products that may serve a sale, the plainest first. */
export const productsFor = (sale: Sale): readonly PayProduct[] =>
  (['cloudPay', 'wechatPay', 'virtualPayment'] as const).filter((product) => mayServe(product, sale).allowed)

const leastOnAppleFen = 100

const virtual = ({ platform, amountFen, sandbox }: Sale): PolicyAnswer => {
  if (platform === 'mac') return no(rules.notOnMac)
  if (platform !== 'ios') return yes(rules.virtualOnly)
  if (sandbox === true) return no(rules.appleNoSandbox)
  return amountFen !== undefined && amountFen < leastOnAppleFen ? no(rules.appleLeast) : yes(rules.virtualOnly)
}

const yes = (rule: Rule): PolicyAnswer => ({ ...rule, allowed: true })
const no = (rule: Rule): PolicyAnswer => ({ ...rule, allowed: false })
