// What WeChat calls once a fee is paid; the answer keeps it from calling again.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async ({ outTradeNo, resultCode, transactionId }) => {
  if (cloud.getWXContext().SOURCE !== 'wx_paycallback') return { errcode: 1, errmsg: 'not from WeChat Pay' }
  if (resultCode === 'SUCCESS') {
    await cloud
      .database()
      .collection('tasks')
      .where({ outTradeNo })
      .update({ data: { paid: true, transactionId } })
  }
  return { errcode: 0, errmsg: '' }
}
