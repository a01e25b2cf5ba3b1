import { type GoodInputs, picture, place, point, type Victim } from './good-input.ts'

const number = 'B'.repeat(26)
const terms = { kind: 'send', weightKg: 1, declaredFen: 0, tipFen: 0, goodsFen: 0 }
/** Of the right form; the signature is nobody's. */
const quote = {
  distanceM: 900,
  price: {
    baseFen: 600,
    distanceFen: 0,
    weightFen: 0,
    slotFen: 0,
    valueFen: 0,
    feeFen: 600,
    tipFen: 0,
    goodsFen: 0,
    totalFen: 600,
  },
  commissionBp: 1_000,
  expiresAtMs: 1_900_000_000_000,
  signature: 'a'.repeat(43),
}

export const errandInputs = ({ orderNo }: Victim): GoodInputs => ({
  quote: { ...terms, wantedAtMs: 1_800_000_000_000, from: point, to: point },
  publish: {
    requestId: 'request-hostile-0005',
    ...terms,
    from: place,
    to: place,
    what: '一把钥匙',
    pictures: [picture],
    quote,
  },
  addTip: { requestId: 'request-hostile-0002', orderNo, tipFen: 1 },
  payGoods: { requestId: 'request-hostile-0006', orderNo },
  cancelPreview: { orderNo },
  cancel: { orderNo, toldFen: 0 },
  confirm: { orderNo },
  dispute: { orderNo, why: '没有送到', pictures: [picture] },
  rateRunner: { orderNo, stars: 5, words: '' },
  apply: { name: '李', phone: '13900000002' },
  me: {},
  hall: { at: point },
  take: { orderNo },
  task: { orderNo },
  myTasks: {},
  askGoods: { orderNo, goodsFen: 100 },
  pickUp: { orderNo, code: '0000', goodsFen: 0, receipt: [picture] },
  deliver: { orderNo, code: '0000' },
  drop: { orderNo, why: '车坏了' },
  reportTrouble: { orderNo, why: '没人接', pictures: [picture] },
  rateBuyer: { orderNo, stars: 5, words: '' },
  earnings: {},
  withdraw: { requestId: 'request-hostile-0003', amountFen: 100 },
})

export const errandOwnerInputs = ({ orderNo }: Victim): GoodInputs => ({
  listRunners: { audit: 'applied' },
  auditRunner: { runnerNo: number, move: 'approve', because: '' },
  listDisputes: {},
  settleDispute: { orderNo, refundFen: 0, runnerFen: 0, note: '-' },
  giveBackErrand: { orderNo, key: 'k1', refundFen: 0, clawbackFen: 0, note: '-' },
  listPayouts: {},
  recordPayout: { runnerNo: number, payoutNo: number, reference: '0001' },
  refusePayout: { runnerNo: number, payoutNo: number, because: '-' },
})
