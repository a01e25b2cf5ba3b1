import { type Scene, type Scenes, scene } from '../../gallery/scene.ts'
import type { Phone } from '../../world/phone.ts'
import type { World } from '../../world/world.ts'
import { address, chargeFreight, handOutCoupon, oneCup, paidOrder, placeOrder, shipOrder } from './behind.ts'

const longTitle = '江南手工苏绣团扇古风双面绣花鸟题材真丝面料配紫檀木扇柄与流苏挂坠礼盒装送长辈好友'
const longAddress = {
  name: '欧阳上官诸葛慕容小安同学的妈妈',
  phone: '+86-13800001234',
  province: '新疆维吾尔自治区',
  city: '巴音郭楞蒙古自治州',
  county: '和静县',
  detail: '巴音布鲁克镇巴西里克村天鹅湖路 1000 号尤尔都斯草原游客服务中心东侧三号院二单元 1602 室（快递放门口鞋柜上）',
}

/** The shop's pages, and the common pages with its orders. */
export const scenes: Scenes = async (world) => {
  await handOutCoupon(world)
  await world.weChat.ask('anna', 'shop', 'claimCoupon', { couponId: 'hello-10' })
  await handOutCoupon(world, { couponId: 'tea-88', title: '茶饮八八折', off: percent, scope: tea, thresholdFen: 0 })
  await sellTheFan(world)
  const orders = await makeOrders(world)
  await chargeFreight(world)
  return [...browsing, ...buying, ...ordersOf(world, orders), ...owning(orders)]
}

const percent = { kind: 'percent', offBasisPoints: 1_200, mostFen: 2_000 }
const tea = { kind: 'category', categories: ['茶饮'] }

const sellTheFan = async ({ weChat }: World) => {
  const cup = await weChat.ask<object>('owner', 'shop', 'getGoods', { goodsId: 'cup' })
  const values = ['双面绣·蝶恋花·紫檀木柄', '单面绣·岁寒三友·湘妃竹柄', '素面']
  const skus = values.map((value, at) => ({ skuId: `fan-${at}`, values: [value], priceFen: 128_800 + at }))
  const goods = {
    ...cup,
    goodsId: 'fan',
    title: longTitle,
    subtitle: longAddress.detail.slice(0, 60),
    category: '非物质文化遗产手工艺品',
  }
  await weChat.ask('owner', 'owner', 'putGoods', { goods: { ...goods, specs: [{ name: '绣法与扇柄', values }], skus } })
  await weChat.ask('owner', 'owner', 'restock', { requestId: 'restock-for-the-fan', skuId: 'fan-0', more: 12 })
}

interface Orders {
  readonly unpaid: string
  readonly paid: string
  readonly long: string
  readonly shipped: string
  readonly completed: string
  readonly toReturn: string
  readonly refused: string
  readonly refunded: string
  /** Closed, then paid: its money is on its way back. */
  readonly refunding: string
  readonly cancelled: string
}

const makeOrders = async (world: World): Promise<Orders> => {
  const { weChat } = world
  const more = { address, remark: '麻烦包得仔细一点，送人的。' }
  const bought = async (lines = oneCup, extra: object = more) => paidOrder(world, 'anna', lines, extra)
  const received = async () => {
    const orderNo = await bought()
    await shipOrder(world, orderNo)
    await weChat.ask('anna', 'shop', 'confirmReceipt', { orderNo })
    return orderNo
  }
  const complained = async (wants: string) => {
    const orderNo = await received()
    const asked = { orderNo, pieces: [{ skuId: 'cup-tianqing', quantity: 1 }], wants, reason: 'damaged' }
    await weChat.ask('anna', 'shop', 'askAfterSale', {
      ...asked,
      requestId: `complaint-${orderNo}`,
      note: '杯口有一道裂纹',
    })
    return orderNo
  }
  const refunding = await paidAfterItWasClosed(world)
  const cancelled = (await placeOrder(world, 'anna')).order.orderNo
  await weChat.ask('anna', 'order', 'cancel', { orderNo: cancelled })
  const refunded = await bought()
  await weChat.ask('owner', 'owner', 'refund', { orderNo: refunded, key: 'all', amountFen: 6_800 })
  await weChat.advance(7 * 60_000)
  const [completed, toReturn, refused] = [
    await complained('refundOnly'),
    await complained('returnAndRefund'),
    await complained('refundOnly'),
  ]
  const returnTo = '李掌柜 13900001234\n浙江省丽水市龙泉市剑池街道 1 号'
  await weChat.ask('owner', 'owner', 'agreeAfterSale', { orderNo: toReturn, key: 'as1', returnTo })
  await weChat.ask('owner', 'owner', 'refuseAfterSale', {
    orderNo: refused,
    key: 'as1',
    because: '照片里没有看到裂纹，请补充照片后再申请。',
  })
  const shipped = await bought([...oneCup, { goodsId: 'tea', skuId: 'tea-50', quantity: 2 }])
  await shipOrder(world, shipped)
  const long = await bought([{ goodsId: 'fan', skuId: 'fan-0', quantity: 2 }, ...oneCup], {
    address: longAddress,
    remark: '请'.repeat(100),
  })
  const paid = await bought()
  const unpaid = (await placeOrder(world, 'anna', oneCup, more)).order.orderNo
  return { unpaid, paid, long, shipped, completed, toReturn, refused, refunded, refunding, cancelled }
}

/** Its money goes back, and does not arrive. */
const paidAfterItWasClosed = async (world: World) => {
  const { weChat } = world
  await weChat.goWrong({ preset: 'close-still-payable', times: 1 })
  const placed = await placeOrder(world, 'anna')
  await weChat.ask('anna', 'order', 'cancel', { orderNo: placed.order.orderNo })
  await weChat.advance(7 * 60_000)
  await weChat.refundsTake(0)
  // Else the notice may begin the refund, and it is taken a moment later.
  await weChat.goWrong({ preset: 'notice-lost', times: 1 })
  await weChat.pay('anna', placed)
  await weChat.refundsTake(2_000)
  return placed.order.orderNo
}

const goods = (goodsId: string) => `/shop/pages/goods/index?goodsId=${goodsId}`
const offline = { offline: true }

const browsing: readonly Scene[] = [
  scene('shop home', 'loaded', '/shop/pages/home/index', '青瓷杯'),
  scene('shop home', 'error', '/shop/pages/home/index', '重试', offline),
  scene('shop goods', 'loaded', goods('cup'), '立即购买'),
  scene('shop goods', 'choosing', goods('coffee'), '确定', { act: (phone) => phone.tap('立即购买') }),
  scene('shop goods', 'sold out', goods('candle'), '已售罄'),
  scene('shop goods', 'gone', goods('nothing'), '商品不存在或已下架'),
  scene('shop goods', 'long', goods('fan'), '立即购买'),
  scene('shop goods', 'long choosing', goods('fan'), /^数量$/, { act: (phone) => phone.tap('立即购买') }),
  scene('shop goods', 'error', goods('cup'), '重试', offline),
  scene('shop coupons', 'loaded', '/shop/pages/coupons/index', '新客立减'),
  scene('shop coupons', 'error', '/shop/pages/coupons/index', '重试', offline),
]

const fillCart = async (phone: Phone) => {
  for (const goodsId of ['cup', 'postcard', 'fan']) {
    await phone.open(goods(goodsId))
    await phone.tap('加入购物车')
    if (goodsId === 'fan') await phone.tap('双面绣·蝶恋花·紫檀木柄')
    await phone.tap('确定')
    await phone.sees('已加入购物车')
  }
  await phone.open('/shop/pages/cart/index')
}

const keepAddress = (kept: object) => async (phone: Phone) => {
  const words = kept as typeof address
  await phone.open('/shop/pages/address/index')
  await phone.type('收货人', words.name)
  await phone.type('手机号', words.phone)
  await phone.type('省（', words.province)
  await phone.type('市（', words.city)
  await phone.type('区县', words.county)
  await phone.type('详细地址', words.detail)
  await phone.tap('保存并使用')
}

const confirm = '/shop/pages/confirm/index?lines=cup.cup-tianqing.1,tea.tea-50.2'
const confirmLong = '/shop/pages/confirm/index?lines=fan.fan-0.2,cup.cup-fenqing.1'

const buying: readonly Scene[] = [
  scene('shop cart', 'loaded', '/shop/pages/cart/index', '去结算（3）', { act: fillCart }),
  scene('shop cart', 'empty', '/shop/pages/cart/index', '购物车是空的', { user: 'nobody' }),
  scene('shop confirm', 'loaded', confirm, '提交订单', {
    act: async (phone) => {
      await keepAddress(address)(phone)
      await phone.open(confirm)
    },
  }),
  scene('shop confirm', 'coupons', confirm, '不使用优惠券', { act: (phone) => phone.tap('1 张可选') }),
  scene('shop confirm', 'no address', confirm, '请先填写收货地址', { user: 'nobody' }),
  scene('shop confirm', 'long', confirmLong, '提交订单', {
    act: async (phone) => {
      await keepAddress(longAddress)(phone)
      await phone.open(confirmLong)
    },
  }),
  scene('shop confirm', 'empty', '/shop/pages/confirm/index', '没有要结算的商品'),
  scene('shop confirm', 'error', confirm, '重试', offline),
  scene('shop address', 'empty', '/shop/pages/address/index', '保存并使用', { user: 'nobody' }),
  scene('shop address', 'faults', '/shop/pages/address/index', '请填写收货人', {
    user: 'nobody',
    act: (phone) => phone.tap('保存并使用'),
  }),
]

const order = (orderNo: string) => `/pages/order/index?orderNo=${orderNo}`
const result = (orderNo: string) => `/pages/result/index?orderNo=${orderNo}`

/** WeChat closes nothing that is younger than five minutes: the order is cancelled moments before it is looked at. */
const closing = (world: World) => async (phone: Phone) => {
  const { orderNo } = (await placeOrder(world, 'anna', oneCup, { address })).order
  await world.weChat.ask('anna', 'order', 'cancel', { orderNo })
  await phone.open(result(orderNo))
}

const ordersOf = (world: World, orders: Orders): readonly Scene[] => [
  scene('orders', 'loaded', '/pages/orders/index', '待付款'),
  scene('order', 'unpaid', order(orders.unpaid), '继续支付'),
  scene('order', 'loaded', order(orders.paid), '待发货'),
  scene('order', 'long', order(orders.long), '待发货'),
  scene('order', 'shipped', order(orders.shipped), '待收货'),
  scene('order', 'refunded', order(orders.refunded), '已原路退回'),
  scene('order', 'closed', order(orders.cancelled), '你取消了订单'),
  scene('result', 'not paid', result(orders.unpaid), '还没有付款'),
  scene('result', 'loaded', result(orders.paid), '支付成功'),
  scene('result', 'closed', result(orders.cancelled), '订单已关闭'),
  scene('result', 'closing', result(orders.cancelled), '订单正在关闭', { act: closing(world) }),
  scene('result', 'refunding', result(orders.refunding), '款项正在退回'),
  scene('result', 'refunded', result(orders.refunded), '款项已退回'),
  scene('shop parcels', 'loaded', `/shop/pages/parcels/index?orderNo=${orders.shipped}`, 'SF1420026112100'),
  scene('shop parcels', 'empty', `/shop/pages/parcels/index?orderNo=${orders.paid}`, '商家还没有发货'),
  scene('shop parcels', 'error', `/shop/pages/parcels/index?orderNo=${orders.paid}`, '重试', offline),
  scene('shop after-sale', 'form', `/shop/pages/after-sale/index?orderNo=${orders.shipped}`, '提交申请'),
  scene('shop after-sale', 'loaded', `/shop/pages/after-sale/index?orderNo=${orders.completed}`, '等待商家处理'),
  scene('shop after-sale', 'send back', `/shop/pages/after-sale/index?orderNo=${orders.toReturn}`, '提交寄回单号'),
  scene('shop after-sale', 'refused', `/shop/pages/after-sale/index?orderNo=${orders.refused}`, '商家已拒绝'),
]

const owning = (orders: Orders): readonly Scene[] =>
  [
    scene('owner order', 'loaded', `/owner/pages/order/index?orderNo=${orders.paid}`, '订单编号'),
    scene('owner order', 'long', `/owner/pages/order/index?orderNo=${orders.long}`, '订单编号'),
    scene('shop desk', 'loaded', '/shop/pages/desk/index', '售后待处理'),
    scene('shop desk', 'error', '/shop/pages/desk/index', '重试', offline),
    scene('shop stock', 'loaded', '/shop/pages/stock/index', '设为推荐'),
    scene('shop stock', 'changing', '/shop/pages/stock/index', '更新库存', {
      act: (phone) => phone.tap('天青', '青瓷杯'),
    }),
    scene('shop stock', 'error', '/shop/pages/stock/index', '重试', offline),
    scene('shop owner', 'to ship', `/shop/pages/owner/index?orderNo=${orders.paid}`, '全部发出'),
    scene('shop owner', 'long', `/shop/pages/owner/index?orderNo=${orders.long}`, '全部发出'),
    scene('shop owner', 'loaded', `/shop/pages/owner/index?orderNo=${orders.completed}`, '等待商家处理'),
  ].map((one) => ({ ...one, user: 'owner' }))
