import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import type { ErrandDetail } from './errand-detail.ts'
import { hallListOf, hallListsAround, hallTask } from './hall.ts'
import { buyer, here, noon, opened, runner, taskOf, there } from './testing.ts'

const order = taskOf(opened('buy', { tipFen: fen(300) }))
const at = { lat: here.lat, lng: here.lng }
const shown = (more: Partial<ErrandDetail> = {}, openid: string = runner.openid) =>
  hallTask({ ...order, detail: { ...order.detail, ...more } }, { openid, at })

describe('a task in the hall', () => {
  it('is what any runner may know, and not a word more', () => {
    const { awayM, ...task } = shown()
    expect(task).toEqual({
      orderNo: order.orderNo,
      kind: 'buy',
      earningFen: 1233 + 300,
      tipFen: 300,
      goodsFen: 5000,
      fromArea: '拱墅区',
      toArea: '上城区',
      distanceM: 6_500,
      weightKg: 2,
      openUntilMs: order.detail.openUntilMs,
      mine: false,
    })
    expect(awayM % 100).toBe(0)
    expect(awayM).toBeLessThan(1_500)
  })

  it('is known to whoever published it', () => {
    expect(shown({}, buyer).mine).toBe(true)
  })

  it('says when it is wanted, and rounds its way up to a hundred metres', () => {
    expect(shown({ wantedAtMs: noon + 1, distanceM: 6_401 })).toMatchObject({ wantedAtMs: noon + 1, distanceM: 6_500 })
  })

  it('that begins where it ends is measured and listed from there', () => {
    const { from: _, openUntilMs: __, ...detail } = order.detail
    const task = hallTask({ ...order, detail }, { openid: runner.openid, at })
    expect(task).not.toHaveProperty('fromArea')
    expect(task.openUntilMs).toBe(0)
    expect(task.awayM).toBeGreaterThan(4_000)
    expect(hallListsAround(there)).toContain(hallListOf(detail))
    expect(hallListsAround(here)).toContain(hallListOf(order.detail))
    expect(hallListOf(order.detail)).not.toBe(hallListOf(detail))
  })
})
