import { chargeOf } from '../world/charges.ts'
import { skus } from '../world/shelf.ts'
import type { Checker } from './checker.ts'

const prices = new Map<string, number>(skus.map(({ skuId, priceFen }) => [skuId, priceFen]))

export const amounts: Checker = {
  name: 'amounts',
  promise: 'The price is the shelf’s, to the fen: in the order, at WeChat, in every part',
  check: (world, found) => {
    for (const { orderNo, totalFen, attempts, detail } of world.orders.values()) {
      for (const { outTradeNo, amountFen } of attempts) {
        if (amountFen !== totalFen) found(`${outTradeNo} asks for ${amountFen} fen of ${totalFen}`)
        const asked = chargeOf(world, outTradeNo)?.totalFee ?? totalFen
        if (asked !== totalFen) found(`${outTradeNo} costs ${asked} fen at WeChat and ${totalFen} here`)
      }
      if (detail.vertical !== 'shop') continue
      const { goodsFen, freightFen, discountFen } = detail.price
      let sum = 0
      for (const { skuId, quantity } of detail.lines) sum += (prices.get(skuId) ?? Number.NaN) * quantity
      if (goodsFen !== sum) found(`${orderNo}: goods for ${goodsFen} fen, the shelf says ${sum}`)
      if (goodsFen + freightFen - discountFen !== totalFen || discountFen < 0)
        found(`${orderNo}: ${goodsFen} + ${freightFen} − ${discountFen} is not ${totalFen}`)
    }
  },
}
