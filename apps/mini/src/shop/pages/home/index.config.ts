import { s } from '../../text/index.ts'

export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: s.home.title,
  enablePullDownRefresh: true,
})
