import { bundlePage } from '../cashier/bundle-page.ts'
import { RawReply, type Service } from '../service.ts'

/** A page to keep open while developing; it uses only the doors that everybody may use. */
export const dashboardService = (): Service => ({
  name: 'dashboard',
  about: 'a page at /__emulator/dashboard: what happens as it happens, payments, notices, data, users, time and faults',
  routes: [
    {
      method: 'GET',
      path: '/__emulator/dashboard',
      about: 'the dashboard; ?lang=en or ?lang=zh',
      handle: bundlePage('dashboard', 'pay-emulator'),
    },
    {
      method: 'GET',
      path: '/__emulator/dashboard/',
      about: 'the same page',
      handle: () => new RawReply('', 'text/plain', 302, { location: '/__emulator/dashboard' }),
    },
  ],
})
