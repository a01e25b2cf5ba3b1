export const zh = {
  today: '今日',
  todayOrders: '订单',
  todayMoney: '收款',
  orders: '全部订单',
  ordersNote: '查询、退款',
  incidents: '待核对',
  incidentsNote: '对不上的付款、卡住的退款、对账差异',
  noIncidents: '没有需要核对的事项',
  noIncidentsNote: '账目都对得上。',
  resolve: '标记为已处理',
  resolveNote: '怎么处理的',
  states: { all: '全部', paid: '进行中', unpaid: '待付款', completed: '已完成', refunded: '已退款' },
  refund: '退款',
  refundAmount: '退款金额（元）',
  refundMost: (yuan: string) => `最多可退 ¥${yuan}`,
  refundTitle: '确认退款？',
  refundConfirm: (yuan: string) => `¥${yuan} 将原路退回给买家，提交后不能撤回。`,
  none: '没有找到订单',
  errors: {
    NOT_FOUND: '没有找到，或当前账号没有管理权限。',
    REFUND_TOO_MUCH: '退款金额超过了可退的金额。',
    REFUND_TOO_LATE: '已超过可退款的期限。',
    REFUND_TOO_MANY: '退款次数已达上限。',
    REFUND_REUSED: '这笔退款已经提交过了。',
  },
}

export type OwnerTexts = typeof zh
