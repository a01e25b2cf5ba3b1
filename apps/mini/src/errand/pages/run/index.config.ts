export default definePageConfig({ navigationBarTitleText: '跑腿员' })
