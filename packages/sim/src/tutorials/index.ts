import type { Tutorial } from './tutorial.ts'

/** yuan × 100, as all five write it: not always a whole number. */
const fenOf = (yuan: number): number => yuan * 100

/** T1, an errand: the task is stored when the tap comes, `pay_success` marks it paid, a "fail" deletes it. */
const errand: Tutorial = {
  id: 'T1 errand',
  what: 'the task is stored, the callback marks it paid, a failure on the phone deletes it',
  async buy({ rows, pay, newNumber }, { openid, yuan, call, cashier }) {
    const outTradeNo = newNumber()
    const prepayId = await call('publish', async () => {
      await rows.add({ id: outTradeNo, outTradeNo, openid, price: fenOf(yuan), status: 'wait' })
      return await pay.unifiedOrder({ outTradeNo, openid, totalFee: fenOf(yuan) })
    })
    const said = await cashier(prepayId)
    if (said === 'fail') await call('remove', () => rows.remove(outTradeNo))
  },
  async notice({ rows }, { outTradeNo }) {
    await rows.update(
      (row) => row.outTradeNo === outTradeNo,
      (row) => (row.status = 'paid'),
    )
    return { errcode: 0 }
  },
}

/** T2, cloudPay orders: one function takes the amount from the client and stores `wait`; the callback sets `success`. */
const cloudPay: Tutorial = {
  id: 'T2 cloudPay',
  what: 'the amount comes from the client, the callback sets success on whatever number it is given',
  async buy({ rows, pay, newNumber }, { openid, yuan, call, cashier }) {
    const prepayId = await call('pay', async () => {
      const outTradeNo = newNumber()
      const id = await pay.unifiedOrder({ outTradeNo, openid, totalFee: Math.round(fenOf(yuan)) })
      await rows.add({ id: outTradeNo, outTradeNo, openid, price: fenOf(yuan), status: 'wait' })
      return id
    })
    await cashier(prepayId)
  },
  async notice({ rows }, { outTradeNo }) {
    await rows.update(
      (row) => row.outTradeNo === outTradeNo,
      (row) => (row.status = 'success'),
    )
    return { errcode: 0 }
  },
}

/** T3, the official four steps to the letter: order, pay, callback, `errcode: 0`; nothing is stored. */
const official: Tutorial = {
  id: 'T3 four steps',
  what: 'nothing is stored; the callback answers errcode 0',
  async buy({ pay, newNumber }, { openid, yuan, call, cashier }) {
    const prepayId = await call('makeOrder', () =>
      pay.unifiedOrder({ outTradeNo: newNumber(), openid, totalFee: Math.round(fenOf(yuan)) }),
    )
    await cashier(prepayId)
  },
  notice: async () => ({ errcode: 0 }),
}

/** T4, a shop: the phone says that it paid, the server asks WeChat once, and marks the order. */
const shop: Tutorial = {
  id: 'T4 shop',
  what: 'the order is marked when the phone reports success and one query agrees',
  async buy({ rows, pay, newNumber }, { openid, yuan, call, cashier }) {
    const outTradeNo = newNumber()
    const prepayId = await call('order', async () => {
      await rows.add({ id: outTradeNo, outTradeNo, openid, price: fenOf(yuan), status: 'unpaid' })
      return await pay.unifiedOrder({ outTradeNo, openid, totalFee: fenOf(yuan) })
    })
    if ((await cashier(prepayId)) !== 'ok') return
    await call('orderQuery', async () => {
      if ((await pay.query(outTradeNo)) === 'SUCCESS')
        await rows.update(
          (row) => row.id === outTradeNo,
          (row) => (row.status = 'paid'),
        )
    })
  },
}

/** T5, a backend of one's own: prepay and nothing else; the result goes to an address that logs it. */
const backend: Tutorial = {
  id: 'T5 own backend',
  what: 'prepay only; the result notice is logged',
  async buy({ pay, newNumber }, { openid, yuan, call, cashier }) {
    const prepayId = await call('prepay', () =>
      pay.unifiedOrder({ outTradeNo: newNumber(), openid, totalFee: fenOf(yuan) }),
    )
    await cashier(prepayId)
  },
  notice: async () => ({ errcode: 0 }),
}

export const tutorials: readonly Tutorial[] = [errand, cloudPay, official, shop, backend]
