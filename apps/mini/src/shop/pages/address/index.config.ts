import { t } from '../../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: t.address.title })
