import { t } from '../../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: t.order.title })
