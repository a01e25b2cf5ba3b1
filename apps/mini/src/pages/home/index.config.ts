export default definePageConfig({ navigationBarTitleText: '青禾小店', enablePullDownRefresh: true })
