const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  const { outTradeNo, transactionId, timeEnd, returnCode } = event
  if (returnCode === 'SUCCESS') {
    await cloud
      .database()
      .collection('orders')
      .doc(outTradeNo)
      .update({ data: { payStatus: 'success', transactionId, timeEnd } })
  }
  return { errcode: 0, errmsg: 'SUCCESS' }
}
