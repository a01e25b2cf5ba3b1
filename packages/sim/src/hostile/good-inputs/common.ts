import type { GoodInputs, Victim } from './good-input.ts'

export const orderInputs = ({ orderNo }: Victim): GoodInputs => ({
  list: { state: 'paid' },
  get: { orderNo },
  refresh: { orderNo },
  pay: { orderNo, loginCode: 'code-of-a-login' },
  cancel: { orderNo },
  messages: {},
  uploads: {},
})

export const commonOwnerInputs = ({ orderNo }: Victim): GoodInputs => ({
  listOrders: { state: 'paid' },
  getOrder: { orderNo },
  refund: { orderNo, key: 'k1', amountFen: 1 },
  orderEntries: { orderNo },
  listIncidents: {},
  resolveIncident: { key: 'x', note: '-' },
})
