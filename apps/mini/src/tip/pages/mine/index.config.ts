export default definePageConfig({ navigationBarTitleText: '我的赞赏' })
