import { afterAll, beforeAll, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'

const emulator = new Emulator({ quiet: true })
beforeAll(() => emulator.ready())
afterAll(() => emulator.dispose())

const json = async (path: string, body?: object) => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return (await (await fetch(`${emulator.address}${path}`, init)).json()) as Record<string, unknown>
}

it('answers a server with an access token as it answers a function', async () => {
  const message = { touser: emulator.as('li').openid, template_id: 'T', data: { thing1: { value: '茶' } } }
  const send = (token: string) => json(`/cgi-bin/message/subscribe/send?access_token=${token}`, message)
  expect(await send('')).toMatchObject({ errcode: 41001 })
  expect(await send('made-up')).toMatchObject({ errcode: 40001 })
  const { appid, secret } = await json('/__emulator/login')
  const { access_token: token } = await json(
    `/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`,
  )
  expect(await send(String(token))).toMatchObject({ errcode: 0, msgid: 1 })
  expect(await json(`/wxa/sec/order/is_trade_managed?access_token=${token}`, {})).toMatchObject({
    is_trade_managed: true,
  })
  expect(await json(`/wxa/sec/order/upload_shipping_info?access_token=${token}`, {})).toMatchObject({
    errcode: 10060005,
  })
  expect(await json(`/wxa/sec/order/nonsense?access_token=${token}`, {})).toMatchObject({ errcode: 40066 })
})
