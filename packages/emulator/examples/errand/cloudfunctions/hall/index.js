// The hall: paid tasks only, newest first, without telling who published them.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async () => {
  const { data } = await cloud
    .database()
    .collection('tasks')
    .where({ paid: true })
    .orderBy('createdAt', 'desc')
    .field({ title: true, from: true, to: true, fee: true })
    .get()
  return data
}
