import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'
import { loadSdk, sdkVersions } from '../testing/sdk.ts'

// What the SDK's own typings leave out or call `Promise | void | string`.
interface Db {
  // biome-ignore lint/suspicious/noExplicitAny: the SDK types its documents so, and its results not at all
  [name: string]: any
}

describe.each(sdkVersions)('the database on wx-server-sdk $version', ({ module }) => {
  const emulator = new Emulator({ quiet: true })
  let db: Db
  let _: Db
  let $: Db
  const orders = () => db.collection('orders')
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => 'it succeeded',
      (error: { errCode?: number; errMsg?: string }) => error,
    )

  beforeAll(async () => {
    db = loadSdk(module, await emulator.ready()).database() as Db
    _ = db.command
    $ = db.command.aggregate
  })
  afterAll(() => emulator.dispose())
  beforeEach(() => emulator.reset())

  describe('documents', () => {
    it('keeps every kind of value', async () => {
      const data = {
        text: '茶',
        int: 7,
        long: 30_000_000_000,
        fraction: 19.9,
        yes: true,
        nothing: null,
        list: [1, [2, { a: 3 }]],
        date: new Date(1700000000000),
        deep: { a: { b: 'c' } },
        empty: {},
      }
      const { _id } = await orders().add({ data })
      expect(_id).toMatch(/^[0-9a-f]{32}$/)
      expect((await orders().doc(_id).get()).data).toEqual({ _id, ...data })
    })

    it('writes the server’s date, on the emulator’s clock', async () => {
      await emulator.advance(24 * 3600_000)
      await orders().add({ data: { _id: 'a', at: db.serverDate({ offset: -3600_000 }), in: { at: db.serverDate() } } })
      const { data } = await orders().doc('a').get()
      expect(Math.abs(data.at.getTime() - (emulator.context.clock.now() - 3600_000))).toBeLessThan(2000)
      expect(data.in.at - data.at).toBe(3600_000)
    })

    it('refuses an _id that is taken, in the cloud’s words', async () => {
      await orders().add({ data: { _id: 'a' } })
      expect(await failure(orders().add({ data: { _id: 'a' } }))).toMatchObject({
        errCode: -502001,
        errMsg: expect.stringContaining('E11000 duplicate key error collection: tnt.orders index: _id_ dup key: { }'),
      })
    })

    it('says that a document does not exist', async () => {
      await orders().add({ data: { _id: 'a' } })
      expect(await failure(orders().doc('b').get())).toMatchObject({
        errCode: -1,
        errMsg: 'document.get:fail document with _id b does not exist',
      })
      expect(
        (
          await orders()
            .doc('b')
            .update({ data: { x: 1 } })
        ).stats.updated,
      ).toBe(0)
      expect((await orders().doc('b').remove()).stats.removed).toBe(0)
    })

    it('replaces by set, merges by update', async () => {
      expect(
        (
          await orders()
            .doc('a')
            .set({ data: { old: 1, in: { x: 1, y: 1 } } })
        ).stats,
      ).toEqual({ updated: 0, created: 1 })
      await orders()
        .doc('a')
        .update({ data: { in: { x: 2 } } })
      expect((await orders().doc('a').get()).data).toEqual({ _id: 'a', old: 1, in: { x: 2, y: 1 } })
      await orders()
        .doc('a')
        .update({ data: { in: _.set({ z: 3 }) } })
      expect((await orders().doc('a').get()).data.in).toEqual({ z: 3 })
      expect(
        (
          await orders()
            .doc('a')
            .set({ data: { new: 1 } })
        ).stats,
      ).toEqual({ updated: 1, created: 0 })
      expect((await orders().doc('a').get()).data).toEqual({ _id: 'a', new: 1 })
    })

    it('counts what changed, not what matched', async () => {
      await orders().add({ data: { _id: 'a', state: 'paid', version: 3 } })
      const win = () =>
        orders()
          .where({ _id: 'a', version: 3 })
          .update({ data: { version: 4 } })
      expect((await win()).stats.updated).toBe(1)
      expect((await win()).stats.updated).toBe(0)
      expect(
        (
          await orders()
            .doc('a')
            .update({ data: { version: 4 } })
        ).stats.updated,
      ).toBe(0)
    })
  })

  describe('update commands', () => {
    const after = async (before: object, data: object) => {
      await orders().doc('a').set({ data: before })
      await orders().doc('a').update({ data })
      const { _id, ...rest } = (await orders().doc('a').get()).data
      return rest
    }

    it.each([
      ['inc', { n: 1 }, () => ({ n: _.inc(2), m: _.inc(1) }), { n: 3, m: 1 }],
      ['mul', { n: 3 }, () => ({ n: _.mul(2) }), { n: 6 }],
      ['min and max', { n: 3, m: 3 }, () => ({ n: _.min(2), m: _.max(2) }), { n: 2, m: 3 }],
      ['remove', { n: 1, in: { a: 1, b: 2 } }, () => ({ n: _.remove(), in: { a: _.remove() } }), { in: { b: 2 } }],
      ['rename', { n: 1 }, () => ({ n: _.rename('m') }), { m: 1 }],
      ['push', { l: [1] }, () => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
      [
        'push with position, sort and slice',
        { l: [5, 1] },
        () => ({ l: _.push({ each: [3], position: 0, sort: 1, slice: 2 }) }),
        { l: [1, 3] },
      ],
      ['push on nothing', { n: 1 }, () => ({ l: _.push({ each: [3, 2], sort: 1, slice: 1 }) }), { n: 1, l: [2] }],
      ['pop and shift', { l: [1, 2, 3], m: [1, 2, 3] }, () => ({ l: _.pop(), m: _.shift() }), { l: [1, 2], m: [2, 3] }],
      ['unshift', { l: [1] }, () => ({ l: _.unshift([0]) }), { l: [0, 1] }],
      ['pull', { l: [1, 5, 9] }, () => ({ l: _.pull(_.gt(4)) }), { l: [1] }],
      [
        'pull of objects',
        {
          l: [
            { k: 1, v: 1 },
            { k: 2, v: 1 },
          ],
        },
        () => ({ l: _.pull({ k: 2 }) }),
        { l: [{ k: 1, v: 1 }] },
      ],
      ['pullAll', { l: [1, 2, 1] }, () => ({ l: _.pullAll([1]) }), { l: [2] }],
      ['addToSet', { l: ['a'] }, () => ({ l: _.addToSet({ $each: ['a', 'b'] }) }), { l: ['a', 'b'] }],
      ['a place in a list', { l: [{ n: 1 }, { n: 2 }] }, () => ({ 'l.1.n': _.inc(1) }), { l: [{ n: 1 }, { n: 3 }] }],
    ])('%s', async (_name, before, data, expected) => {
      expect(await after(before, data())).toEqual(expected)
    })

    it.each([
      ['inc on a text', { n: '1' }, () => ({ n: _.inc(1) }), /Cannot apply \$inc to a value of non-numeric type/],
      ['push on a number', { l: 1 }, () => ({ l: _.push([1]) }), /must be an array but is of type int/],
      ['a field below null', { a: null }, () => ({ a: { b: 1 } }), /Cannot create field 'b' in element \{a: null\}/],
      ['a field below a text', { a: 'x' }, () => ({ 'a.b': 1 }), /Cannot create field 'b' in element/],
    ])('refuses %s, loudly, and changes nothing', async (_name, before, data, expected) => {
      await orders().doc('a').set({ data: before })
      expect(await failure(orders().doc('a').update({ data: data() }))).toMatchObject({
        errCode: -502001,
        errMsg: expect.stringMatching(expected),
      })
      expect((await orders().doc('a').get()).data).toEqual({ _id: 'a', ...before })
    })
  })

  describe('queries', () => {
    const ids = async (query: object) =>
      ((await orders().where(query).orderBy('_id', 'asc').get()).data as { _id: string }[])
        .map(({ _id }) => _id)
        .join('')

    beforeEach(async () => {
      await orders().add({ data: { _id: 'a', n: 1, s: 'apple', l: [1, 2], o: { x: 1, y: 2 }, d: new Date(1000) } })
      await orders().add({
        data: {
          _id: 'b',
          n: 5,
          s: 'Banana',
          l: [
            { k: 1, v: 9 },
            { k: 2, v: 1 },
          ],
          nul: null,
        },
      })
      await orders().add({ data: { _id: 'c', n: 9, s: 'cherry', l: [], d: new Date(9000) } })
    })

    it.each([
      ['equality', () => ({ n: 5 }), 'b'],
      ['a whole object, as its fields', () => ({ o: { x: 1 } }), 'a'],
      ['an element of a list', () => ({ l: 2 }), 'a'],
      ['a field of an element', () => ({ 'l.k': 2 }), 'b'],
      ['gt and lt', () => ({ n: _.gt(1).and(_.lt(9)) }), 'b'],
      ['gte, lte', () => ({ n: _.gte(5), _id: _.lte('b') }), 'b'],
      ['neq', () => ({ n: _.neq(5) }), 'ac'],
      ['in, nin', () => ({ n: _.in([1, 9]), s: _.nin(['apple']) }), 'c'],
      ['or of fields', () => _.or([{ n: 1 }, { s: 'cherry' }]), 'ac'],
      ['or of one field', () => ({ n: _.eq(1).or(_.gt(5)) }), 'ac'],
      ['not', () => ({ n: _.not(_.gt(1)) }), 'a'],
      ['nor', () => _.nor([{ n: 1 }, { n: 5 }]), 'c'],
      ['exists', () => ({ o: _.exists(true) }), 'a'],
      ['null finds what is missing as well', () => ({ nul: null }), 'abc'],
      ['size', () => ({ l: _.size(2) }), 'ab'],
      ['all', () => ({ l: _.all([1, 2]) }), 'a'],
      ['elemMatch on fields of one element', () => ({ l: _.elemMatch({ k: 1, v: _.gt(5) }) }), 'b'],
      ['elemMatch never takes a scalar for an object', () => ({ l: _.elemMatch({ zzz: null }) }), 'b'],
      ['mod', () => ({ n: _.mod(4, 1) }), 'abc'],
      ['a regular expression', () => ({ s: /an/i }), 'b'],
      ['db.RegExp', () => ({ s: db.RegExp({ regexp: '^B', options: 'i' }) }), 'b'],
      ['dates', () => ({ d: _.gt(new Date(2000)) }), 'c'],
      ['types do not mix', () => ({ s: _.gt(0) }), ''],
    ])('%s', async (_name, query, expected) => {
      expect(await ids(query())).toBe(expected)
    })

    it('orders, skips, limits and picks fields', async () => {
      const { data } = await orders().orderBy('n', 'desc').skip(1).limit(1).field({ 'o.y': true, s: true }).get()
      expect(data).toEqual([{ _id: 'b', s: 'Banana' }])
      expect(
        (
          await orders()
            .where({ n: _.gt(1) })
            .count()
        ).total,
      ).toBe(2)
    })

    it('gives 100 documents unless told otherwise, never more than 1,000', async () => {
      await db.collection('many').add({ data: Array.from({ length: 1100 }, (_item, n) => ({ n })) })
      expect((await db.collection('many').get()).data).toHaveLength(100)
      expect((await db.collection('many').limit(5000).get()).data).toHaveLength(1000)
    })

    it('updates and removes by condition', async () => {
      expect(
        (
          await orders()
            .where({ n: _.gte(5) })
            .update({ data: { big: true } })
        ).stats.updated,
      ).toBe(2)
      expect((await orders().where({ big: true }).remove()).stats.removed).toBe(2)
      expect(await ids({})).toBe('a')
    })

    it('finds what is near, within and across', async () => {
      const at = (lng: number, lat: number) => db.Geo.Point(lng, lat)
      await db.collection('places').add({ data: { _id: 'near', at: at(113.001, 23) } })
      await db.collection('places').add({ data: { _id: 'nearer', at: at(113.0001, 23) } })
      await db.collection('places').add({ data: { _id: 'far', at: at(114, 23) } })
      const near = await db
        .collection('places')
        .where({ at: _.geoNear({ geometry: at(113, 23), maxDistance: 500 }) })
        .get()
      expect(near.data.map((place: { _id: string }) => place._id)).toEqual(['nearer', 'near'])
      const square = db.Geo.Polygon([
        db.Geo.LineString([at(113.9, 22.9), at(114.1, 22.9), at(114.1, 23.1), at(113.9, 22.9)]),
      ])
      const within = await db
        .collection('places')
        .where({ at: _.geoWithin({ geometry: square }) })
        .get()
      expect(within.data.map((place: { _id: string }) => place._id)).toEqual(['far'])
    })
  })

  describe('aggregation', () => {
    beforeEach(async () => {
      const rows = [
        { _id: 1, shop: 'x', fen: 100, tags: ['a', 'b'], at: new Date('2026-01-31T18:00:00Z') },
        { _id: 2, shop: 'x', fen: 250, tags: ['b'], at: new Date('2026-02-01T01:00:00Z') },
        { _id: 3, shop: 'y', fen: 30, tags: [], at: new Date('2026-02-02T01:00:00Z') },
      ]
      for (const row of rows) await orders().add({ data: row })
      await db.collection('shops').add({ data: { _id: 'x', name: '茶店' } })
    })

    it('groups and sorts', async () => {
      const { list } = await orders()
        .aggregate()
        .match({ fen: _.gt(0) })
        .group({ _id: '$shop', sum: $.sum('$fen'), most: $.max('$fen'), count: $.sum(1) })
        .sort({ sum: -1 })
        .end()
      expect(list).toEqual([
        { _id: 'x', sum: 350, most: 250, count: 2 },
        { _id: 'y', sum: 30, most: 30, count: 1 },
      ])
    })

    it('computes fields, days in Beijing among them', async () => {
      const day = $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' })
      const { list } = await orders()
        .aggregate()
        .sort({ _id: 1 })
        .limit(1)
        .project({ _id: 0, yuan: $.divide(['$fen', 100]), day })
        .end()
      expect(list).toEqual([{ yuan: 1, day: '2026-02-01' }])
    })

    it('unwinds, counts, looks up', async () => {
      expect((await orders().aggregate().unwind('$tags').sortByCount('$tags').end()).list).toEqual([
        { _id: 'b', count: 2 },
        { _id: 'a', count: 1 },
      ])
      expect((await orders().aggregate().match({ shop: 'x' }).count('n').end()).list).toEqual([{ n: 2 }])
      const { list } = await orders()
        .aggregate()
        .match({ _id: _.in([1, 3]) })
        .lookup({ from: 'shops', localField: 'shop', foreignField: '_id', as: 'its' })
        .project({ its: 1 })
        .end()
      expect(list).toEqual([
        { _id: 1, its: [{ _id: 'x', name: '茶店' }] },
        { _id: 3, its: [] },
      ])
    })

    it('refuses what it does not know by name', async () => {
      const error = await failure(
        orders()
          .aggregate()
          .project({ x: { $nope: 1 } })
          .end(),
      )
      expect(String((error as Error).toString())).toMatch(/nope/)
    })
  })

  describe('transactions', () => {
    const n = async () => (await orders().doc('a').get()).data.n
    beforeEach(() => orders().add({ data: { _id: 'a', n: 1 } }))

    it('commits all or nothing', async () => {
      await db.runTransaction(async (t: Db) => {
        await t
          .collection('orders')
          .doc('a')
          .update({ data: { n: _.inc(1) } })
        await t.collection('orders').add({ data: { _id: 'b' } })
      })
      expect(await n()).toBe(2)
      const reason = await failure(
        db.runTransaction(async (t: Db) => {
          await t.collection('orders').doc('b').remove()
          await t.rollback('changed my mind')
        }),
      )
      expect(reason).toBe('changed my mind')
      expect((await orders().doc('b').get()).data).toEqual({ _id: 'b' })
    })

    it('reads a snapshot and its own writes', async () => {
      const t = await db.startTransaction()
      expect((await t.collection('orders').doc('a').get()).data.n).toBe(1)
      await orders().add({ data: { _id: 'new', n: 1 } })
      await orders()
        .doc('a')
        .update({ data: { n: 50 } })
      expect((await t.collection('orders').doc('a').get()).data.n).toBe(1)
      expect((await t.collection('orders').where({ n: 1 }).get()).data).toHaveLength(1)
      await t
        .collection('orders')
        .doc('own')
        .set({ data: { n: 1 } })
      expect((await t.collection('orders').where({ n: 1 }).get()).data).toHaveLength(2)
      await t.commit()
      expect((await orders().doc('own').get()).data).toEqual({ _id: 'own', n: 1 })
    })

    it('lets the first updater win and tells the second at once, without a code', async () => {
      const [one, two] = [await db.startTransaction(), await db.startTransaction()]
      await one
        .collection('orders')
        .doc('a')
        .update({ data: { n: 10 } })
      const error = await failure(
        two
          .collection('orders')
          .doc('a')
          .update({ data: { n: 20 } }),
      )
      expect(error).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('TransactionConflict') })
      expect(error).not.toHaveProperty('code')
      expect(await failure(two.collection('orders').doc('a').get())).toMatchObject({
        errMsg: expect.stringContaining('TransactionNotExist'),
      })
      await one.commit()
      expect(await n()).toBe(10)
    })

    it('conflicts with a plain write that came after the snapshot', async () => {
      const t = await db.startTransaction()
      await t.collection('orders').doc('a').get()
      await orders()
        .doc('a')
        .update({ data: { n: 5 } })
      expect(
        await failure(
          t
            .collection('orders')
            .doc('a')
            .update({ data: { n: 6 } }),
        ),
      ).toMatchObject({
        errMsg: expect.stringContaining('TransactionConflict'),
      })
      expect(await n()).toBe(5)
    })

    it('makes a plain write wait for its end', async () => {
      const t = await db.startTransaction()
      await t
        .collection('orders')
        .doc('a')
        .update({ data: { n: 10 } })
      let done = false
      const plain = orders()
        .doc('a')
        .update({ data: { n: _.inc(1) } })
        .then(() => {
          done = true
        })
      await new Promise((resolve) => setTimeout(resolve, 60))
      expect(done).toBe(false)
      await t.commit()
      await plain
      expect(await n()).toBe(11)
    })

    it('ends after 30 seconds', async () => {
      const t = await db.startTransaction()
      await t
        .collection('orders')
        .doc('a')
        .update({ data: { n: 10 } })
      await emulator.advance(30_000)
      const outcome = (await failure(t.commit())) as { message?: string }
      expect(String(outcome.message)).toMatch(/TransactionNotExist/)
      expect(await n()).toBe(1)
    })

    it('allows write skew, as the real one does', async () => {
      await orders().add({ data: { _id: 'b', n: 1 } })
      const [one, two] = [await db.startTransaction(), await db.startTransaction()]
      await one.collection('orders').doc('b').get()
      await two.collection('orders').doc('a').get()
      await one
        .collection('orders')
        .doc('a')
        .update({ data: { n: 0 } })
      await two
        .collection('orders')
        .doc('b')
        .update({ data: { n: 0 } })
      await one.commit()
      await two.commit()
      expect([await n(), (await orders().doc('b').get()).data.n]).toEqual([0, 0])
    })
  })
})
