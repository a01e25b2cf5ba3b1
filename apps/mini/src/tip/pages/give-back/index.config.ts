import { w } from '../../text/index.ts'

export default definePageConfig({ navigationBarTitleText: w.giveBack.title })
