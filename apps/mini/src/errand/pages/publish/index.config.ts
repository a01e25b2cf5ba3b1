import { e } from '../../text/index.ts'

export default definePageConfig({ enableShareAppMessage: true, navigationBarTitleText: e.home.title })
