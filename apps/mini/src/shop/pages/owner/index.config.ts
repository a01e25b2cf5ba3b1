export default definePageConfig({ navigationBarTitleText: '发货与售后' })
