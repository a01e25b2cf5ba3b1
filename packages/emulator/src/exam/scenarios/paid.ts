import type { Scenario } from '../scenario.ts'

export const paid: Scenario = {
  code: '1.01',
  name: 'paid, and told so',
  run: async (examinee) => {
    const order = await examinee.place()
    if (await order.isPaid()) return 'the order counts as paid before anybody paid'
    await order.pay({ report: true })
    const [notice] = examinee.notices()
    if (notice === undefined) return 'unifiedOrder names no function for the notice'
    if (notice.state !== 'acknowledged')
      return `the notice is not acknowledged: ${JSON.stringify(notice.attempts.at(-1)?.answer)}`
    return (await order.isPaid()) ? undefined : 'the order is not paid, though WeChat said so'
  },
}
