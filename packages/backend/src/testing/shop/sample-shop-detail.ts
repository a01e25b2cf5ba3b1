import { type Detail, fen, type GoodsId, newShopDetail, type SkuId } from '@pay/core'

const totalFen = fen(1990)

const line = {
  goodsId: 'cup' as GoodsId,
  skuId: 'cup-green' as SkuId,
  title: '青瓷杯',
  spec: '青',
  picture: 'data:,',
  unitFen: totalFen,
  quantity: 1,
  amountFen: totalFen,
}

/** One cup for ¥19.90. */
export const sampleShopDetail: Detail = newShopDetail(
  { lines: [line], price: { goodsFen: totalFen, freightFen: fen(0), discountFen: fen(0), totalFen } },
  '',
)
