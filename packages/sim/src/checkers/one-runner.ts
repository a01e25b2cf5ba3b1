import type { Checker } from './checker.ts'

export const oneRunner: Checker = {
  name: 'oneRunner',
  promise: 'A task has one runner, never its buyer; who was told to have it has it',
  check: (world, found) => {
    const had = new Map<string, Set<string>>()
    for (const { before, after } of world.writes) {
      if (after.detail.vertical !== 'errand' || before?.detail.vertical === 'shop') continue
      const was = before?.detail.vertical === 'errand' ? before.detail : undefined
      const is = after.detail
      const openid = is.runner?.openid
      if (openid === undefined) continue
      if (openid === after.buyer) found(`${after.orderNo}: its buyer took it`)
      if (was?.runner !== undefined && was.runner.openid !== openid && was.task !== 'open')
        found(`${after.orderNo}: ${openid} took it from ${was.runner.openid}`)
      if (was?.task === 'none') found(`${after.orderNo} was taken unpaid`)
      const all = had.get(after.orderNo) ?? new Set()
      had.set(after.orderNo, all.add(openid))
    }
    for (const { orderNo, openid } of world.takes)
      if (had.get(orderNo)?.has(openid) !== true) found(`${openid} was told to have ${orderNo}, and never had it`)
  },
}
