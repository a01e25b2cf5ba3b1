// Step 1: the order, priced here and not on the phone.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const prices = { tea: 1990, cup: 3500 }

exports.main = async ({ goods }) => {
  const price = prices[goods]
  if (price === undefined) return { errcode: 1, errmsg: `no such goods: ${goods}` }
  const { _id } = await cloud
    .database()
    .collection('orders')
    .add({
      data: { goods, price, buyer: cloud.getWXContext().OPENID, state: 'made' },
    })
  return { errcode: 0, id: _id }
}
