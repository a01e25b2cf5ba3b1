import { e } from '../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: e.giveBack.title })
