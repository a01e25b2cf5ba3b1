import type { World } from '../world/world.ts'

/** For actions whose input has fields: one that is right, for the hostile value to stand in. */
export const goodInputs = (
  world: World,
): Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> => {
  const orderNo = [...world.orders.keys()][0] ?? 'A'.repeat(26)
  const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]
  const point = { lat: 30.2, lng: 120.1 }
  const place = { ...point, address: '解放东路 2 号', name: '王', phone: '13800000001' }
  return {
    shop: {
      listGoods: { search: '杯' },
      getGoods: { goodsId: 'cup' },
      repriceCart: { lines },
      quote: { lines, couponIds: ['three-off'] },
      placeOrder: { requestId: 'request-hostile-0001', lines, remark: '', couponIds: [] },
      claimCoupon: { couponId: 'three-off' },
      confirmReceipt: { orderNo },
      askAfterSale: {
        orderNo,
        requestId: 'aftersale-hostile',
        pieces: [{ skuId: 'cup-green', quantity: 1 }],
        wants: 'refundOnly',
        reason: 'other',
        note: '',
        amountFen: 1,
      },
      withdrawAfterSale: { orderNo, key: 'as1' },
      sendBack: { orderNo, key: 'as1', carrier: 'SF', trackingNo: 'SF0001' },
    },
    order: { list: { state: 'paid' }, get: { orderNo }, refresh: { orderNo }, pay: { orderNo }, cancel: { orderNo } },
    errand: {
      quote: { kind: 'send', tipFen: 0, from: point, to: point },
      addTip: { requestId: 'request-hostile-0002', orderNo, tipFen: 1 },
      cancel: { orderNo, toldFen: 0 },
      apply: { name: '李', phone: '13900000002' },
      hall: { at: point },
      take: { orderNo },
      pickUp: { orderNo, code: '0000', goodsFen: 0 },
      deliver: { orderNo, code: '0000' },
      dispute: { orderNo, why: '没有', to: place },
      withdraw: { requestId: 'request-hostile-0003', amountFen: 100 },
    },
    owner: {
      refund: { orderNo, key: 'k1', amountFen: 1 },
      ship: { orderNo, carrier: 'SF', trackingNo: 'SF0001', all: true },
      restock: { requestId: 'request-hostile-0004', skuId: 'cup-green', more: 1 },
      settleDispute: { orderNo, refundFen: 0, runnerFen: 0, note: '-' },
      giveBackErrand: { orderNo, key: 'k1', refundFen: 0, clawbackFen: 0, note: '-' },
      resolveIncident: { key: 'x', note: '-' },
    },
    'pay-notice': {
      '': {
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        subMchId: world.mchid,
        subAppid: 'wx0123456789abcdef',
        subOpenid: 'oBuyer1000000000000000000000',
        totalFee: 1990,
        feeType: 'CNY',
        transactionId: '4200000000202611210000000001',
        outTradeNo: `${orderNo}-1`,
      },
      refund: {
        returnCode: 'SUCCESS',
        subMchId: world.mchid,
        outTradeNo: `${orderNo}-1`,
        outRefundNo: `${orderNo}-1-back`,
        refundId: '50300000000000000000000000001',
        refundStatus: 'SUCCESS',
        totalFee: 1990,
        refundFee: 1990,
      },
    },
    housekeeping: { '': {} },
  }
}
