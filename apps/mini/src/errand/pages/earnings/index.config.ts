export default definePageConfig({ navigationBarTitleText: '收入与提现' })
