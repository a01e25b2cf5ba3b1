import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'
import type { WxCloud } from './script/wx-cloud.ts'

const project = mkdtempSync(join(tmpdir(), 'client-'))
writeFileSync(
  join(project, 'collections.json'),
  JSON.stringify({
    collections: [
      { name: 'notes', permission: 'PRIVATE' },
      { name: 'posts', permission: 'READONLY' },
      { name: 'goods', permission: 'ADMINWRITE' },
      { name: 'orders' },
      {
        name: 'drafts',
        permission: {
          read: 'doc._openid == auth.openid',
          create: "request.data.state == 'draft'",
          update: "doc._openid == auth.openid && doc.state in ['draft', 'sent']",
          delete: false,
        },
      },
    ],
  }),
)
const emulator = new Emulator({ project, quiet: true })
let as: (user: string) => WxCloud

beforeAll(async () => {
  const source = await (await fetch(`${await emulator.ready()}/client/wx-cloud.js`)).text()
  const module = join(project, 'wx-cloud.mjs')
  writeFileSync(module, source)
  const { default: wxCloud } = (await import(module)) as { default: (user: string, address: string) => WxCloud }
  as = (user) => wxCloud(user, emulator.address)
})
afterAll(async () => {
  await emulator.dispose()
  rmSync(project, { recursive: true })
})
beforeEach(() => emulator.reset())

const refused = { errCode: -502003 }

describe('wx.cloud in a browser', () => {
  it('keeps private documents private', async () => {
    const [li, bo] = [as('li').database().collection('notes'), as('bo').database().collection('notes')]
    const { _id } = await li.add({ data: { text: '茶', at: new Date(1000) } })
    expect((await li.doc(_id).get()).data).toEqual({
      _id,
      text: '茶',
      at: new Date(1000),
      _openid: emulator.as('li').openid,
    })
    await expect(bo.doc(_id).get()).rejects.toMatchObject({ errCode: -1 })
    expect((await bo.get()).data).toEqual([])
    expect((await bo.count()).total).toBe(0)
    expect((await bo.aggregate().match({}).end()).list).toEqual([])
    await expect(bo.doc(_id).update({ data: { text: 'x' } })).rejects.toMatchObject(refused)
    await expect(bo.doc(_id).set({ data: { text: 'x' } })).rejects.toMatchObject(refused)
    await expect(bo.doc(_id).remove()).rejects.toMatchObject(refused)
    expect((await li.doc(_id).update({ data: { text: 'y' } })).stats).toEqual({ updated: 1 })
  })

  it('shows what all may read, and lets only its creator write it', async () => {
    const { _id } = await as('li')
      .database()
      .collection('posts')
      .add({ data: { n: 1 } })
    const bo = as('bo').database()
    expect(
      (
        await bo
          .collection('posts')
          .where({ n: bo.command.gt(0) })
          .get()
      ).data,
    ).toHaveLength(1)
    await expect(bo.collection('posts').doc(_id).remove()).rejects.toMatchObject(refused)
  })

  it('writes nothing where only functions may, reads nothing where nobody may', async () => {
    const db = as('li').database()
    await expect(db.collection('goods').add({ data: {} })).rejects.toMatchObject(refused)
    expect((await db.collection('goods').get()).data).toEqual([])
    await expect(db.collection('orders').get()).rejects.toMatchObject(refused)
    await expect(db.collection('none').get()).rejects.toMatchObject({ errCode: -502005 })
  })

  it('obeys security rules, and demands that a query name what its rule looks at', async () => {
    const [li, bo] = [as('li').database().collection('drafts'), as('bo').database().collection('drafts')]
    await expect(li.add({ data: { state: 'paid' } })).rejects.toMatchObject(refused)
    const { _id } = await li.add({ data: { state: 'draft' } })
    await expect(li.doc(_id).get()).rejects.toMatchObject(refused)
    expect((await li.where({ _id, _openid: '{openid}' }).get()).data).toHaveLength(1)
    expect((await bo.where({ _id, _openid: '{openid}' }).get()).data).toHaveLength(0)
    await expect(bo.where({ _id, _openid: emulator.as('li').openid }).get()).rejects.toMatchObject(refused)
    const mine = { _id, _openid: '{openid}', state: 'draft' }
    expect((await li.where(mine).update({ data: { state: 'done' } })).stats).toEqual({ updated: 1 })
    await expect(li.where({ ...mine, state: 'done' }).update({ data: { state: 'draft' } })).rejects.toMatchObject(
      refused,
    )
    await expect(li.where(mine).remove()).resolves.toEqual({ stats: { removed: 0 }, errMsg: 'collection.remove:ok' })
  })

  it('never lets a client say whose a document is', async () => {
    const posts = as('bo').database().collection('posts')
    await expect(posts.add({ data: { _openid: emulator.as('li').openid } })).rejects.toMatchObject({ errCode: -501007 })
    const { _id } = await posts.add({ data: { n: 1 } })
    await expect(posts.doc(_id).update({ data: { _openid: 'x' } })).rejects.toMatchObject({ errCode: -501007 })
  })

  it('gets 20 documents at a time', async () => {
    const notes = as('li').database().collection('notes')
    for (let n = 0; n < 25; n += 1) await notes.add({ data: { n } })
    expect((await notes.limit(100).get()).data).toHaveLength(20)
    expect((await notes.orderBy('n', 'desc').skip(24).field({ n: true }).get()).data).toEqual([
      { _id: expect.any(String), n: 0 },
    ])
  })

  it('uploads a file', async () => {
    const cloud = as('li')
    const { fileID } = await cloud.uploadFile({ cloudPath: 'a/茶.txt', fileContent: new Blob(['热']) })
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
    const [{ tempFileURL }] = fileList as [{ tempFileURL: string }]
    expect(await (await fetch(tempFileURL)).text()).toBe('热')
  })
})
