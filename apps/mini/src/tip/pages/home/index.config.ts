import { w } from '../../text/index.ts'

export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: w.home.title,
  enablePullDownRefresh: true,
})
