// One function that takes an amount: makes the order number, stores the order as waiting, answers the payment.
// An amount that the client may choose is what the tutorial teaches, not what a shop should do.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const orderNumber = () => {
  let number = String(Date.now())
  while (number.length < 32) number += Math.floor(Math.random() * 10)
  return number
}

exports.main = async (event) => {
  const { ENV, OPENID } = cloud.getWXContext()
  const outTradeNo = orderNumber()
  await cloud
    .database()
    .collection('orders')
    .add({
      data: { _id: outTradeNo, buyer: OPENID, totalFee: event.totalFee, payStatus: 'wait' },
    })
  return cloud.cloudPay.unifiedOrder({
    body: event.name,
    outTradeNo,
    spbillCreateIp: '127.0.0.1',
    subMchId: '1900000109',
    totalFee: event.totalFee,
    envId: ENV,
    functionName: 'order_paid',
    nonceStr: outTradeNo,
    tradeType: 'JSAPI',
  })
}
