import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'
import { loadSdk, sdkVersions } from '../testing/sdk.ts'

describe.each(sdkVersions)('openapi on wx-server-sdk $version', ({ module }) => {
  const emulator = new Emulator({ quiet: true })
  let cloud: ReturnType<typeof loadSdk>
  beforeAll(async () => {
    cloud = loadSdk(module, await emulator.ready())
  })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  const post = async (path: string, body: unknown, user = 'li') =>
    (await fetch(`${emulator.address}${path}`, {
      method: 'POST',
      headers: { 'x-emulator-user': user },
      body: JSON.stringify(body),
    }).then((response) => response.json())) as Record<string, unknown>
  const send = (change: object = {}) =>
    cloud.openapi.subscribeMessage
      .send({
        touser: emulator.as('li').openid,
        templateId: 'T1',
        page: 'pages/order',
        data: { thing1: { value: '茶已发货' }, amount2: { value: '¥19.90' } },
        ...change,
      })
      .catch((error: { errCode: number; errMsg: string }) => ({ errCode: error.errCode, errMsg: error.errMsg }))

  it('brings a message to the phone', async () => {
    expect(await send()).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
    const sent = await (await fetch(`${emulator.address}/__emulator/messages`)).json()
    expect(sent).toEqual([
      expect.objectContaining({
        user: 'li',
        templateId: 'T1',
        data: expect.objectContaining({ thing1: { value: '茶已发货' } }),
      }),
    ])
  })

  it('sends one message per consent, and none without', async () => {
    expect(await post('/client/subscribe', { tmplIds: ['T1'] })).toMatchObject({ T1: 'accept' })
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send()).toMatchObject({ errCode: 43101 })
    await post('/client/subscribe', { tmplIds: ['T1'], refuse: true })
    expect(await send()).toMatchObject({ errCode: 43101 })
  })

  it('refuses what WeChat refuses', async () => {
    expect(await send({ touser: 'nobody' })).toMatchObject({ errCode: 40003 })
    expect(await send({ data: { thing1: { value: '一二三四五六七八九十一二三四五六七八九十一' } } })).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining('data.thing1.value'),
    })
  })

  it('checks a text', async () => {
    const check = (content: string) =>
      cloud.openapi.security.msgSecCheck({ content, version: 2, scene: 2, openid: emulator.as('li').openid })
    expect(await check('一杯茶')).toMatchObject({ result: { suggest: 'pass' } })
    expect(await check('违规')).toMatchObject({ result: { suggest: 'risky' } })
  })

  it('refuses by name what it does not have, and learns an answer', async () => {
    const call = () =>
      cloud.openapi.logistics.getPath({ orderId: '1' }).catch((error: { errCode: number }) => error.errCode)
    expect(await call()).toBe(-604100)
    await post('/__emulator/openapi', { api: 'logistics.getPath', answer: { path_item_num: 2 } })
    expect(await call()).toMatchObject({ pathItemNum: 2 })
  })

  it('opens a cloudID', async () => {
    const cloudID = `emulator:${Buffer.from('{"phoneNumber":"13900000000"}').toString('base64')}`
    const { list } = (await cloud.getOpenData({ list: [cloudID] })) as unknown as { list: unknown[] }
    expect(list).toEqual([{ cloudID, data: { phoneNumber: '13900000000' } }])
  })
})
