import { t } from '../../text/index.ts'

export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: t.brand,
  enablePullDownRefresh: true,
})
