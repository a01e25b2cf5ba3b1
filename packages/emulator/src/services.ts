import { cashierService } from './cashier/cashier-service.ts'
import { clientService } from './client/client-service.ts'
import { dashboardService } from './dashboard/dashboard-service.ts'
import { databaseService } from './database/database-service.ts'
import { faultsService } from './faults/faults-service.ts'
import { functionsService } from './functions/functions-service.ts'
import { hostingService } from './hosting/hosting-service.ts'
import { openapiService } from './openapi/openapi-service.ts'
import { shippingService } from './openapi/shipping/shipping-service.ts'
import { cloudPayService } from './pay/cloudpay/cloudpay-service.ts'
import { loginService } from './pay/login/login-service.ts'
import { noticesService } from './pay/notices/notice-service.ts'
import { payService } from './pay/pay-service.ts'
import { xpayService } from './pay/xpay/xpay-service.ts'
import type { ServiceFactory } from './service.ts'
import { storageService } from './storage/storage-service.ts'
import { timersService } from './timers/timers-service.ts'

/** What the emulator simulates: one line per service, in the order in which they start. */
export const services: readonly ServiceFactory[] = [
  databaseService,
  functionsService,
  timersService,
  storageService,
  openapiService,
  clientService,
  hostingService,
  payService,
  cloudPayService,
  noticesService,
  loginService,
  xpayService,
  shippingService,
  cashierService,
  dashboardService,
  faultsService,
]
