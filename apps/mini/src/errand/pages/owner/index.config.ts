export default definePageConfig({ navigationBarTitleText: '跑腿管理' })
