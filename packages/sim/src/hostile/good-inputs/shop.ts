import { type GoodInputs, picture, type Victim } from './good-input.ts'

const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]
const address = {
  name: '王',
  phone: '13800000001',
  province: '浙江省',
  city: '杭州市',
  county: '上城区',
  detail: '解放东路 2 号',
}

export const shopInputs = ({ orderNo }: Victim): GoodInputs => ({
  listGoods: { search: '杯', category: '杯子' },
  listCategories: {},
  getGoods: { goodsId: 'cup' },
  repriceCart: { lines: [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1, seenFen: 1_990 }] },
  quote: { lines, couponIds: ['three-off'], address },
  placeOrder: { requestId: 'request-hostile-0001', lines, remark: '', couponIds: [], address },
  listCoupons: {},
  claimCoupon: { couponId: 'three-off' },
  confirmReceipt: { orderNo },
  remind: { orderNo },
  askAfterSale: {
    orderNo,
    requestId: 'aftersale-hostile',
    pieces: [{ skuId: 'cup-green', quantity: 1 }],
    wants: 'refundOnly',
    reason: 'other',
    note: '',
    pictures: [picture],
    amountFen: 1,
  },
  withdrawAfterSale: { orderNo, key: 'as1' },
  sendBack: { orderNo, key: 'as1', carrier: 'SF', trackingNo: 'SF0001' },
})

export const shopOwnerInputs = ({ orderNo }: Victim): GoodInputs => ({
  ship: { orderNo, carrier: 'SF', trackingNo: 'SF0001', all: true },
  agreeAfterSale: { orderNo, key: 'as1', returnTo: '解放东路 2 号' },
  refuseAfterSale: { orderNo, key: 'as1', because: '已过期' },
  acceptReturn: { orderNo, key: 'as1', restock: true },
  refundAgain: { orderNo, key: 'as1' },
  restock: { requestId: 'request-hostile-0004', skuId: 'cup-green', more: 1 },
  listAllGoods: {},
  putGoods: {
    goods: {
      goodsId: 'bowl',
      title: '碗',
      subtitle: '',
      pictures: ['https://example.com/bowl.jpg'],
      category: '碗',
      specs: [{ name: '颜色', values: ['青'] }],
      skus: [{ skuId: 'bowl-green', values: ['青'], priceFen: 990, grams: 200 }],
      onSale: true,
      limitPerOrder: 5,
    },
  },
  addCoupon: {
    coupon: {
      couponId: 'one-off',
      title: '满减',
      off: { kind: 'percent', offBasisPoints: 500, mostFen: 100 },
      thresholdFen: 100,
      scope: { kind: 'goods', goodsIds: ['cup'] },
      fromMs: 0,
      untilMs: Date.UTC(2030, 0, 1),
      stacks: false,
      usesPerPerson: 1,
    },
    supply: 10,
  },
  putFreight: {
    freight: {
      by: 'piece',
      rules: [{ provinces: ['浙江省'], first: { amount: 1, costFen: 800 }, more: { amount: 1, costFen: 200 } }],
      notTo: ['海外'],
      freeFromFen: 9_900,
    },
  },
})
