import { safeParse } from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { errandContract } from './errand-contract.ts'
import { errandOwnerActions } from './errand-owner-contract.ts'

const actions = { ...errandContract.actions, ...errandOwnerActions }
type Name = keyof typeof actions

const orderNo = 'N2QGDZ60B1ZF5C9ESTBZ16F7XQ'
const requestId = 'request-0000000001'
const runnerNo = 'A'.repeat(26)
const payoutNo = 'B'.repeat(26)
const at = { lat: -89.5, lng: 179.5 }
const place = { ...at, address: '湖墅南路 1 号', name: '王小姐', phone: '13800000001' }
const terms = { kind: 'send', weightKg: 2, wantedAtMs: 5, declaredFen: 1, tipFen: 2, goodsFen: 3 }
const price = Object.fromEntries(
  ['base', 'distance', 'weight', 'slot', 'value', 'fee', 'tip', 'goods', 'total'].map((part) => [`${part}Fen`, 7]),
)
const quote = { distanceM: 6_500, price, commissionBp: 1_500, expiresAtMs: 9, signature: 'aZ_-0'.repeat(4) }
const told = { orderNo, why: '少了一页', pictures: [] }
const rated = { orderNo, stars: 5, words: '准时' }

/** What each action takes, whole: it comes out as it went in, with what may be left out filled in. */
const good: Readonly<Record<Name, object>> = {
  quote: { ...terms, from: at, to: at },
  publish: {
    requestId,
    ...terms,
    from: { ...place, door: '3 栋' },
    to: { ...place, door: '' },
    what: '一份合同',
    pictures: [],
    quote,
  },
  addTip: { requestId, orderNo, tipFen: 100 },
  payGoods: { requestId, orderNo },
  cancelPreview: { orderNo },
  cancel: { orderNo, toldFen: 0 },
  confirm: { orderNo },
  dispute: told,
  rateRunner: rated,
  apply: { name: '李师傅', phone: '13900000002' },
  me: {},
  hall: { at, cursor: '12_a' },
  take: { orderNo },
  task: { orderNo },
  myTasks: { cursor: '12_a' },
  askGoods: { orderNo, goodsFen: 1 },
  pickUp: { orderNo, code: '0123', goodsFen: 0, receipt: [] },
  deliver: { orderNo, code: '0123' },
  drop: { orderNo, why: '车坏了' },
  reportTrouble: told,
  rateBuyer: rated,
  earnings: {},
  withdraw: { requestId, amountFen: 100 },
  listRunners: { audit: 'applied', cursor: '12_a' },
  auditRunner: { runnerNo, move: 'approve', because: '电话打不通' },
  listDisputes: { cursor: '12_a' },
  settleDispute: { orderNo, refundFen: 0, runnerFen: 0, note: '各让一步' },
  giveBackErrand: { orderNo, key: 'a1B2c3D4', refundFen: 0, clawbackFen: 0, note: '商家决定' },
  listPayouts: { cursor: '12_a' },
  recordPayout: { runnerNo, payoutNo, reference: '1000' },
  refusePayout: { runnerNo, payoutNo, because: '收款人不符' },
}
const optional = [
  'door',
  'weightKg',
  'wantedAtMs',
  'declaredFen',
  'tipFen',
  'goodsFen',
  'from',
  'words',
  'cursor',
  'pictures',
  'receipt',
  'because',
]
/** Unlike the fields of the same names elsewhere. */
const needed = ['addTip.tipFen', 'askGoods.goodsFen', 'refusePayout.because']
const mayGo = (name: Name, field: string): boolean =>
  `${name}.${field}` === 'pickUp.code' || (optional.includes(field) && !needed.includes(`${name}.${field}`))

const parse = (name: Name, input: unknown) => safeParse(actions[name].input, input)
const trouble = (name: Name, input: object) => {
  const parsed = parse(name, input)
  return parsed.success ? undefined : parsed.issues[0].message
}

test('the contract is told by its name', () => {
  expect(errandContract.name).toBe('errand')
  expect(Object.keys(actions).sort()).toEqual(Object.keys(good).sort())
})

describe.each(Object.keys(good) as Name[])('%s', (name) => {
  const input = good[name] as Record<string, unknown>
  it('takes what belongs to it, as it is, and nothing beside it', () => {
    const parsed = parse(name, input)
    expect(parsed.success && parsed.output).toEqual(input)
    expect(parse(name, { ...input, beside: 1 }).success).toBe(false)
  })

  it('takes nothing else in any of its fields', () => {
    for (const field of Object.keys(input)) {
      for (const other of [null, { $gt: '' }, Number.NaN, '\u0000', 'x'.repeat(2_000)])
        expect(parse(name, { ...input, [field]: other }).success, `${field}: ${JSON.stringify(other)}`).toBe(false)
      const { [field]: _, ...without } = input
      expect(parse(name, without).success, `without ${field}`).toBe(mayGo(name, field))
    }
  })
})

describe('what is left out', () => {
  const output = (name: Name, input: object) => {
    const parsed = parse(name, input)
    return parsed.success ? parsed.output : parsed.issues[0].message
  }
  it('is nothing: no weight, no money, no words', () => {
    expect(output('quote', { kind: 'do', to: at })).toEqual({
      kind: 'do',
      to: at,
      weightKg: 0,
      declaredFen: 0,
      tipFen: 0,
      goodsFen: 0,
    })
    expect(output('rateRunner', { orderNo, stars: 1 })).toEqual({ orderNo, stars: 1, words: '' })
    expect(output('auditRunner', { runnerNo, move: 'bar' })).toEqual({ runnerNo, move: 'bar', because: '' })
    const to = { ...place, door: '' }
    expect(output('publish', { ...good.publish, to: place })).toMatchObject({ to })
  })
})

describe('what does not fit is told in words', () => {
  it.each([
    ['quote', { kind: 'fly' }, 'takes fetch, send, buy or do'],
    ['quote', { weightKg: 1.5 }, 'takes a whole number'],
    ['quote', { to: { lat: '30', lng: 1 } }, 'takes degrees'],
    ['quote', { to: { lat: Number.POSITIVE_INFINITY, lng: 1 } }, 'takes degrees'],
    ['publish', { quote: { ...quote, signature: 'short' } }, 'takes the signature of the quote'],
    ['publish', { quote: { ...quote, signature: '!'.repeat(20) } }, 'takes the signature of the quote'],
    ['deliver', { code: '12345' }, 'takes 4 digits'],
    ['listRunners', { audit: 'gone' }, 'takes a state'],
    ['auditRunner', { move: 'praise' }, 'takes approve, refuse, suspend, resume or bar'],
    ['auditRunner', { runnerNo: 'a'.repeat(26) }, 'takes the number of a runner: 26 characters of 0-9A-Z'],
    ['auditRunner', { runnerNo: `${runnerNo}A` }, 'takes the number of a runner: 26 characters of 0-9A-Z'],
    ['recordPayout', { payoutNo: 'B' }, 'takes the number of a payout: 26 characters of 0-9A-Z'],
    ['recordPayout', { payoutNo: `-${payoutNo}` }, 'takes the number of a payout: 26 characters of 0-9A-Z'],
    ['giveBackErrand', { key: 'a1B2c3D4e' }, 'takes 1 to 8 letters and digits'],
    ['giveBackErrand', { key: '' }, 'takes 1 to 8 letters and digits'],
  ] as const)('%s %j', (name, part, words) => {
    expect(trouble(name, { ...good[name], ...part })).toBe(words)
  })

  it.each([[{ lat: 90.1, lng: 0 }], [{ lat: -90.1, lng: 0 }], [{ lat: 0, lng: 180.1 }], [{ lat: 0, lng: -180.1 }]])(
    'a place off the globe: %j',
    (off) => {
      expect(trouble('hall', { at: off })).toBeDefined()
    },
  )

  it.each(['approve', 'refuse', 'suspend', 'resume', 'bar'])('the owner may %s a runner', (move) => {
    expect(trouble('auditRunner', { runnerNo, move })).toBeUndefined()
  })
})
