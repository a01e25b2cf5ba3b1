import type { NoticeService } from '../../pay/notices/notice-service.ts'
import { firstDifference } from '../first-difference.ts'
import type { Scenario } from '../scenario.ts'

export const repeatedNotice: Scenario = {
  code: '1.32',
  name: 'the same notice again and again, twice at once',
  run: async (examinee) => {
    const order = await examinee.place()
    await order.pay()
    const [notice] = examinee.notices()
    if (notice === undefined) return 'unifiedOrder names no function for the notice'
    const first = await order.read()
    const service = examinee.emulator.context.service<NoticeService>('notices')
    const again = [
      ...(await Promise.all([service.resend(notice), service.resend(notice)])),
      await service.resend(notice),
    ]
    if (again.some((attempt) => !attempt.acknowledged)) return 'a repeated notice is not acknowledged with {errcode: 0}'
    if (!(await order.isPaid())) return 'the order is not paid after four notices'
    const change = firstDifference(first, await order.read(), examinee.plan.read.ignore)
    return change === undefined ? undefined : `the order changed with the repetition: ${change}`
  },
}
