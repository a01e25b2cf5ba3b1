export default definePageConfig({ enableShareAppMessage: true, navigationBarTitleText: '跑腿' })
