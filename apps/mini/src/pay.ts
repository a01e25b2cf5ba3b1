import {
  cloudTransport,
  createCall,
  createPaymentFlows,
  createRequestKeeper,
  emulatorCashier,
  httpTransport,
  newRequestId,
  type OpenCashier,
  type Outcome,
  postTo,
  type Transport,
  wxCashier,
} from '@pay/client'
import Taro from '@tarojs/taro'
import { order } from './contracts.ts'
import { emulatorUser } from './platform/emulator-user.ts'
import { noTransport } from './platform/no-transport.ts'
import { showCashierPage } from './platform/show-cashier-page.ts'
import { withServerTime } from './platform/with-server-time.ts'

// The composition root. PAY_TRANSPORT and TARO_ENV are constants of the build: what they do not choose is not in the bundle.

const post = () =>
  postTo(
    () => PAY_API,
    emulatorUser,
    (options) => Taro.request(options),
  )

const chooseTransport = (): Transport => {
  if (PAY_TRANSPORT === 'cloud') {
    Taro.cloud.init({ traceUser: true })
    return cloudTransport(Taro.cloud)
  }
  if (PAY_TRANSPORT === 'emulator') return httpTransport(post())
  return noTransport
}

/** None where no rail exists: on h5, Taro.requestPayment "succeeds" in release builds without paying anything. */
const chooseCashier = (): OpenCashier | undefined => {
  if (process.env.TARO_ENV === 'weapp') return wxCashier(Taro)
  if (process.env.TARO_ENV === 'h5' && PAY_TRANSPORT === 'emulator') return emulatorCashier(post(), showCashierPage)
  return undefined
}

/** Chosen outside every async function: what is compiled to a state machine keeps the branches that a constant rules out. */
const askLoginCode = (): Promise<{ readonly code?: string }> => {
  if (PAY_TRANSPORT === 'emulator') return post()('/client/login', {}) as Promise<{ code?: string }>
  // On h5 Taro.login "succeeds" in release builds without a code.
  return process.env.TARO_ENV === 'weapp' ? Taro.login() : Promise.resolve({})
}

/** A code of `wx.login`; undefined where nobody can log in. */
const loginCode = (): Promise<string | undefined> =>
  askLoginCode().then(
    ({ code }) => code,
    () => undefined,
  )

const later = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Calls a cloud function: `call(shop, 'getGoods', { goodsId })`. Never throws. */
export const call = createCall(
  withServerTime(chooseTransport()),
  (ms) => new Promise((done) => later(ms, () => done())),
)

const openCashier = chooseCashier()

/** A door of the local emulator, as this user. */
export const toEmulator = (path: string, body: object): Promise<unknown> => post()(path, body)

/** All payments of this visit. */
export const payments = createPaymentFlows({
  ...(openCashier !== undefined && { openCashier }),
  pay: (orderNo) =>
    withLogin((code) => call(order, 'pay', { orderNo, ...(code !== undefined && { loginCode: code }) })),
  refresh: (orderNo) => call(order, 'refresh', { orderNo }),
  later,
})

/** Asks, and once more with a fresh login where the server needs one: virtual payment signs with the session of it. */
export async function withLogin<T, R extends { readonly code: string }>(
  ask: (loginCode?: string) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R>> {
  const first = await ask()
  if (first.ok || first.error.code !== 'LOGIN_NEEDED') return first
  const code = await loginCode()
  return code === undefined ? first : ask(code)
}

/** Keeps each requestId until its answer is known. */
export const requests = createRequestKeeper(
  {
    get: (key) => Taro.getStorageSync<string>(key) || undefined,
    set: (key, value) => Taro.setStorageSync(key, value),
    remove: (key) => Taro.removeStorageSync(key),
  },
  () => newRequestId(Date.now(), Math.random),
  () => Date.now(),
)

/** Of whom a kept request is: two people may use one browser against the emulator. */
export const requestOwner = (): string => (PAY_TRANSPORT === 'emulator' ? emulatorUser() : 'me')
