import { s } from '../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: s.coupons.title })
