export default definePageConfig({ navigationBarTitleText: '赞赏管理' })
