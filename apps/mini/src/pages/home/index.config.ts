export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: '青禾小店',
  enablePullDownRefresh: true,
})
