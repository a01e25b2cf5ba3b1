export { beijingDay, beijingTime, dayStartMs, nextDay, parseBeijingTime } from '../../beijing-time.ts'
export type { CloudPayAnswer, CloudPayApi, CloudPayConfig } from './cloud-pay-api.ts'
export { cloudPayGateway } from './cloud-pay-gateway.ts'
export { type NoticeOrigin, readNotice } from './read-notice.ts'
