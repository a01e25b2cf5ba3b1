import { s } from '../../text/index.ts'

export default definePageConfig({ enableShareAppMessage: true, navigationBarTitleText: s.goods.title })
