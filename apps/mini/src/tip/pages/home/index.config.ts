export default definePageConfig({ enableShareAppMessage: true, navigationBarTitleText: '赞赏' })
