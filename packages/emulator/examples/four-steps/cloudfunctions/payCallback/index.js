// Step 4: the result.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  const orders = cloud.database().collection('orders')
  const { data: order } = await orders.doc(event.outTradeNo).get()
  if (order.price === event.totalFee) await orders.doc(event.outTradeNo).update({ data: { state: 'paid' } })
  return { errcode: 0 }
}
