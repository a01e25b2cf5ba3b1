import { s } from '../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: s.stock.title, enablePullDownRefresh: true })
