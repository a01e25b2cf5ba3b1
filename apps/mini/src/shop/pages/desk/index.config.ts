import { s } from '../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: s.desk.title, enablePullDownRefresh: true })
