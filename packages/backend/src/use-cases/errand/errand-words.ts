import type { ErrandMessage } from '@pay/core'
import { teller, type Words } from '../order/tell.ts'

/** What messages about errands say. */
export const errandWords: Readonly<Record<ErrandMessage, Words>> = {
  'errand.taken': { state: '已接单', note: '跑腿员已接单，请保持电话畅通' },
  'errand.delivered': { state: '已送达', note: '跑腿已完成，请确认' },
  'errand.notTaken': { state: '无人接单', note: '暂无人接单，费用将原路退回' },
  'errand.cancelled': { state: '已取消', note: '用户取消了订单，请停止服务' },
  'errand.ruled': { state: '已裁决', note: '申诉已有结果，请查看详情' },
  'errand.paidOut': { state: '已打款', note: '提现已打款，请注意查收' },
  'errand.payoutRefused': { state: '未打款', note: '提现未通过，金额已退回余额' },
}

export const tellErrand = teller<ErrandMessage, 'errand.tell'>(errandWords)
