import type { OwnerTexts } from './zh.ts'

export const en: OwnerTexts = {
  today: 'Today',
  todayOrders: 'Orders',
  todayMoney: 'Money in',
  orders: 'All orders',
  ordersNote: 'Look up, refund',
  incidents: 'To check',
  incidentsNote: 'Payments without an order, stuck refunds, differences with the bill',
  noIncidents: 'Nothing to check',
  noIncidentsNote: 'The books agree.',
  resolve: 'Mark as done',
  resolveNote: 'What was done',
  states: { all: 'All', paid: 'Under way', unpaid: 'To pay', completed: 'Completed', refunded: 'Refunded' },
  refund: 'Refund',
  refundAmount: 'Amount (yuan)',
  refundMost: (yuan) => `At most ¥${yuan}`,
  refundTitle: 'Refund this?',
  refundConfirm: (yuan) => `¥${yuan} goes back to the buyer. This cannot be undone.`,
  none: 'No orders found',
  errors: {
    NOT_FOUND: 'Not found, or this account may not manage it.',
    REFUND_TOO_MUCH: 'That is more than can be refunded.',
    REFUND_TOO_LATE: 'It is too late to refund.',
    REFUND_TOO_MANY: 'No more refunds are possible.',
    REFUND_REUSED: 'This refund has been submitted already.',
  },
}
