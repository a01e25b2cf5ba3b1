// Publishes a task and asks for its fee. The task is hidden until WeChat says that it is paid.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

exports.main = async ({ title, from, to, fee }) => {
  const { OPENID, CLIENTIP, ENV } = cloud.getWXContext()
  const outTradeNo = `E${Date.now()}${Math.random().toString(36).slice(2, 10)}`
  await db.collection('tasks').add({
    data: { outTradeNo, title, from, to, fee, publisher: OPENID, paid: false, createdAt: db.serverDate() },
  })
  const { payment } = await cloud.cloudPay.unifiedOrder({
    functionName: 'pay_success',
    envId: ENV,
    subMchId: '1900000109',
    nonceStr: Math.random().toString(36).slice(2, 18),
    body: `跑腿 ${title}`,
    outTradeNo,
    totalFee: fee,
    spbillCreateIp: CLIENTIP,
    tradeType: 'JSAPI',
  })
  return { outTradeNo, payment }
}
