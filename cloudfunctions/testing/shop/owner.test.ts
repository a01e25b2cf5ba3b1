import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { emulatedCloud } from '../emulated-cloud.ts'

const minute = 60_000
const plate = {
  goodsId: 'plate',
  title: '白瓷盘',
  subtitle: '',
  pictures: ['https://example.com/plate.png'],
  category: '器物',
  specs: [{ name: '大小', values: ['小', '大'] }],
  skus: [
    { skuId: 'plate-s', values: ['小'], priceFen: 3_000 },
    { skuId: 'plate-l', values: ['大'], priceFen: 5_000 },
  ],
  onSale: true,
}
const address = {
  name: '李',
  phone: '13800000000',
  province: '浙江省',
  city: '杭州市',
  county: '西湖区',
  detail: '一号',
}

/** What the owner decides, and what a buyer then meets. */
describe('the owner on the emulated cloud', { timeout: 180_000 }, async () => {
  const world = await emulatedCloud()
  const { emulator, call } = world
  beforeEach(() => world.begin())
  afterAll(() => emulator.dispose())
  const owner = (action: string, input: object) => call('owner', 'owner', action, input)
  const place = (name: string, more: object) =>
    call('li', 'shop', 'placeOrder', { requestId: `request-${name.padStart(12, '0')}`, ...more })

  test('puts an article on the shelf, stocks it, changes its price, takes it off sale', async () => {
    expect(await owner('putGoods', { goods: plate })).toMatchObject({ ok: true })
    for (let i = 0; i < 2; i++)
      expect(await owner('restock', { requestId: 'delivery-00000000001', skuId: 'plate-s', more: 7 })).toMatchObject({
        data: { available: 7 },
      })
    const lines = [{ goodsId: 'plate', skuId: 'plate-s', quantity: 2 }]
    expect((await place('a', { lines })).data.order.totalFen).toBe(6_000)

    await owner('putGoods', { goods: { ...plate, skus: [{ ...plate.skus[0], priceFen: 3_500 }, plate.skus[1]] } })
    expect((await call('li', 'shop', 'quote', { lines })).data.price.totalFen).toBe(7_000)
    // What was placed keeps its price.
    expect((await place('a', { lines })).data.order.totalFen).toBe(6_000)

    await owner('putGoods', { goods: { ...plate, onSale: false } })
    expect(await call('li', 'shop', 'getGoods', { goodsId: 'plate' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect((await place('b', { lines })).error).toEqual({ code: 'GOODS_GONE', skuIds: ['plate-s'] })
    const all: { goodsId: string }[] = (await owner('listAllGoods', {})).data.items
    expect(all.map(({ goodsId }) => goodsId)).toContain('plate')
  })

  test('has the categories told in the order of the shelf, each for as long as something of it is on sale', async () => {
    const categories = async () => (await call('li', 'shop', 'listCategories', {})).data.items
    const atFirst = ['器物', '茶饮', '纸品', '食品', '家居']
    expect(await categories()).toEqual(atFirst)
    await owner('putGoods', { goods: { ...plate, category: '餐具' } })
    expect(await categories()).toEqual([...atFirst, '餐具'])
    await owner('putGoods', { goods: { ...plate, category: '餐具', onSale: false } })
    expect(await categories()).toEqual(atFirst)
  })

  test('cannot put what could not be sold', async () => {
    const twice = { ...plate, skus: [plate.skus[0], { ...plate.skus[1], values: ['小'] }] }
    expect(await owner('putGoods', { goods: twice })).toMatchObject({ error: { code: 'GOODS_FAULTY' } })
    const free = { ...plate, skus: [{ ...plate.skus[0], priceFen: 0 }] }
    expect(await owner('putGoods', { goods: free })).toMatchObject({ error: { code: 'BAD_INPUT' } })
  })

  test('charges for sending: then an address is asked for, and its province is priced', async () => {
    const step = (costFen: number) => ({ amount: 1, costFen })
    const freight = {
      by: 'piece',
      rules: [
        { provinces: ['浙江省'], first: step(600), more: step(0) },
        { first: step(1_200), more: step(0) },
      ],
      notTo: ['月球省'],
    }
    expect(await owner('putFreight', { freight })).toMatchObject({ ok: true, data: { freight } })
    // Every instance remembers the old one for a minute.
    await emulator.advance(minute)
    const lines = [{ goodsId: 'cup', skuId: 'cup-tianqing', quantity: 1 }]
    expect((await call('li', 'shop', 'quote', { lines })).data).toMatchObject({ orderable: false })
    expect((await place('c', { lines })).error).toEqual({ code: 'ADDRESS_NEEDED' })
    expect((await place('c', { lines, address })).data.order).toMatchObject({ totalFen: 7_400, detail: { address } })
    expect((await place('d', { lines, address: { ...address, province: '月球省' } })).error.code).toBe(
      'NOT_DELIVERABLE',
    )
  })

  test('hands out a coupon: as many as there are, the same one once', async () => {
    const nowMs = emulator.context.clock.now()
    const coupon = {
      couponId: 'five-off',
      title: '立减 5 元',
      off: { kind: 'amount', offFen: 500 },
      thresholdFen: 0,
      scope: { kind: 'all' },
      fromMs: nowMs,
      untilMs: nowMs + 86_400_000,
      stacks: true,
      usesPerPerson: 1,
    }
    for (let i = 0; i < 2; i++) expect(await owner('addCoupon', { coupon, supply: 1 })).toMatchObject({ ok: true })
    expect(await owner('addCoupon', { coupon: { ...coupon, title: '另一张' }, supply: 1 })).toMatchObject({
      error: { code: 'COUPON_EXISTS' },
    })
    expect((await call('li', 'shop', 'claimCoupon', { couponId: 'five-off' })).ok).toBe(true)
    expect((await call('wang', 'shop', 'claimCoupon', { couponId: 'five-off' })).error).toEqual({ code: 'COUPON_GONE' })
  })

  test('ships, in one parcel or two, and WeChat knows what is on its way', async () => {
    const lines = [{ goodsId: 'cup', skuId: 'cup-tianqing', quantity: 2 }]
    const { orderNo } = (await place('s', { lines, address })).data.order
    await world.post('/__emulator/pay/outcome', { outTradeNo: `${orderNo}-1`, action: 'pay', user: 'li' })
    await emulator.advance(minute)
    expect(await owner('ship', { orderNo, carrier: 'SF', trackingNo: 'SF1234567890', all: false })).toMatchObject({
      data: { detail: { fulfilment: 'toShip' } },
    })
    await emulator.advance(minute)
    expect(await owner('ship', { orderNo, carrier: 'YTO', trackingNo: 'YT1234567890', all: true })).toMatchObject({
      data: { detail: { fulfilment: 'shipped' } },
    })
    const uploads = emulator.context.events.list().filter(({ name }) => name.includes('uploadShippingInfo'))
    expect(uploads).toHaveLength(2)
    expect(uploads.map(({ ok }) => ok !== false)).toEqual([true, true])
    expect(JSON.stringify(uploads)).not.toContain(address.phone)
    const stored = await world.cloud.database({ throwOnNotFound: false }).collection('orders').doc(orderNo).get()
    expect(stored.data).toMatchObject({ order: { outbox: [] } })
  })

  test('sees every order, and what it has in the books', async () => {
    // The instances forget the freight of the test before.
    await emulator.advance(3 * minute)
    const lines = [{ goodsId: 'cup', skuId: 'cup-tianqing', quantity: 1 }]
    const { orderNo } = (await place('e', { lines })).data.order
    expect((await owner('listOrders', { state: 'unpaid' })).data.items).toMatchObject([{ orderNo }])
    expect((await owner('orderEntries', { orderNo })).data).toEqual([])
    await world.post('/__emulator/pay/outcome', { outTradeNo: `${orderNo}-1`, action: 'pay', user: 'li' })
    await emulator.advance(minute)
    expect((await owner('orderEntries', { orderNo })).data).toMatchObject([
      {
        id: `pay:${orderNo}-1`,
        postings: [
          { account: 'wechat', fen: 6_800 },
          { account: 'sales:shop', fen: -6_800 },
        ],
      },
    ])
  })
})
