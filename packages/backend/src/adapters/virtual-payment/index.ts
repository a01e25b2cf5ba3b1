export type { VirtualPaymentConfig, VirtualPaymentParts } from './config.ts'
export { type PushOrigin, readPush } from './read-push.ts'
export { virtualPayment } from './virtual-payment.ts'
