import { o } from '../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: o.orders })
