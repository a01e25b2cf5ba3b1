/** The few words that the main package needs of this trade; the others stay in its subpackage. */
export const entryZh = {
  home: { title: '全部商品', note: '精选好物，拍下即发' },
  cartLink: '购物车',
  couponsLink: '优惠券',
  sums: { goods: '商品金额', freight: '运费', discount: '优惠', total: '应付合计' },
  remark: '备注',
  address: '收货地址',
  progress: { toShip: '待发货', shipped: '待收货', received: '已收货', revoked: '已退款', none: '待付款' },
  carriers: { SF: '顺丰速运', ZTO: '中通快递', YTO: '圆通速递', STO: '申通快递', EMS: '邮政 EMS' },
  whats: {
    'shop.shipped': '商家已发货：{carrier} {trackingNo}',
    'shop.parcelSent': '寄出一个包裹：{carrier} {trackingNo}',
    'shop.reminded': '提醒商家发货',
    'shop.received': '已确认收货',
    'shop.afterSaleAsked': '申请售后，金额 ¥{amountFen}',
    'shop.afterSale.agree': '商家同意退款 ¥{amountFen}',
    'shop.afterSale.agreeReturn': '商家同意退货，请寄回商品',
    'shop.afterSale.refuse': '商家拒绝了售后申请',
    'shop.afterSale.withdraw': '撤销了售后申请',
    'shop.afterSale.lapse': '超过寄回时间，售后申请已关闭',
    'shop.afterSale.sendBack': '已寄回商品',
    'shop.afterSale.accept': '商家已收到退回的商品',
    'shop.afterSale.settle': '售后退款 ¥{amountFen} 已到账',
    'shop.afterSale.again': '重新发起退款 ¥{amountFen}',
  },
  owns: {
    desk: { label: '待处理订单', note: '发货、售后' },
    stock: { label: '商品与库存', note: '补货、改价、上下架' },
  },
  ways: {
    askAfterSale: '申请售后',
    afterSale: '售后进度',
    parcels: '物流信息',
    remind: '提醒发货',
    confirm: '确认收货',
    owner: '发货与售后',
  },
}

export type EntryTexts = typeof entryZh
