// Step 2: WeChat Pay learns of the order; the phone gets what requestPayment needs (step 3).
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ id }) => {
  const { OPENID, CLIENTIP, ENV } = cloud.getWXContext()
  const { data: order } = await cloud.database().collection('orders').doc(id).get()
  if (order.buyer !== OPENID) return { errcode: 1, errmsg: 'not your order' }
  const answer = await cloud.cloudPay.unifiedOrder({
    body: order.goods,
    outTradeNo: id,
    totalFee: order.price,
    spbillCreateIp: CLIENTIP,
    subMchId: '1900000109',
    nonceStr: id,
    envId: ENV,
    functionName: 'payCallback',
    tradeType: 'JSAPI',
  })
  if (answer.returnCode !== 'SUCCESS' || answer.resultCode !== 'SUCCESS')
    return { errcode: 2, errmsg: answer.errCodeDes || answer.returnMsg }
  return { errcode: 0, payment: answer.payment }
}
