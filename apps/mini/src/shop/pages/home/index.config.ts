export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: '全部商品',
  enablePullDownRefresh: true,
})
