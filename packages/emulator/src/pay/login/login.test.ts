import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTill, type Till } from '../testing.ts'
import type { LoginService } from './login-service.ts'

let till: Till
let account = ''
beforeAll(async () => {
  till = await openTill()
  const { appid, secret } = await till.get('/__emulator/login')
  account = `appid=${appid}&secret=${secret}`
})
afterAll(() => till.emulator.dispose())

const session = (code: unknown, who = account) =>
  till.get(`/sns/jscode2session?${who}&js_code=${code}&grant_type=authorization_code`)

test('a code is good once, for its own user', async () => {
  const { code } = await till.post('/client/login', {}, 'anna')
  const { openid, sessionKey } = till.emulator.as('anna')
  expect(await session(code)).toMatchObject({ openid, session_key: sessionKey })
  expect(await session(code)).toMatchObject({ errcode: 40163 })
  expect(await session('guess')).toMatchObject({ errcode: 40029 })
  expect(await session(code, 'appid=wx&secret=x')).toMatchObject({ errcode: 40013 })
})

test('tokens: a new one each time, the stable one until it is nearly over', async () => {
  const login = till.emulator.context.service<LoginService>('login')
  const plain = await till.get(`/cgi-bin/token?grant_type=client_credential&${account}`)
  expect(login.tokenErrcode(String(plain.access_token))).toBe(0)
  const [appid, secret] = account.split('&').map((part) => part.split('=')[1])
  const stable = () => till.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret })
  const first = await stable()
  expect((await stable()).access_token).toBe(first.access_token)
  await till.emulator.advance(7_200_000)
  expect(login.tokenErrcode(String(first.access_token))).toBe(42001)
  expect((await stable()).access_token).not.toBe(first.access_token)
  expect(login.tokenErrcode('made up')).toBe(40001)
  expect(login.tokenErrcode(null)).toBe(41001)
})
