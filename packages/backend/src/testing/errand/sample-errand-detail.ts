import { type Detail, fen, newErrandDetail, priceErrand, tariff } from '@pay/core'

/** Somebody to queue beside the West Lake. */
export const sampleErrandDetail: Detail = detail()

function detail(): Detail {
  const to = {
    lat: 30.2512,
    lng: 120.1413,
    address: '浙江省杭州市西湖区北山街 1 号',
    door: '',
    name: '周先生',
    phone: '13700000000',
  }
  const terms = { kind: 'do', to, weightKg: 0, declaredFen: fen(0), tipFen: fen(0), goodsFen: fen(0) } as const
  const price = priceErrand(terms, 0, tariff, Date.UTC(2026, 10, 21, 4))
  if (!price.ok) throw new Error(price.refusal.code)
  const quote = { distanceM: 0, price: price.value, commissionBp: 1_500, expiresAtMs: 0 }
  return newErrandDetail({ ...terms, what: '排队', pictures: [] }, quote, '0123456789abcdef')
}
