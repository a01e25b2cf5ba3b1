import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock } from './clock.ts'

describe('the clock', () => {
  it('runs with real time until it is advanced', async () => {
    const clock = createClock(() => 1000)
    expect(clock.now()).toBe(1000)
    await clock.advance(500)
    expect(clock.now()).toBe(1500)
    clock.dispose()
  })

  it('runs what falls due at its own moment, also what that schedules in turn', async () => {
    const clock = createClock(() => 0)
    const seen: string[] = []
    clock.at(100, () => {
      seen.push(`a ${clock.now()}`)
      clock.after(50, () => seen.push(`b ${clock.now()}`))
    })
    clock.at(300, () => seen.push('too late'))
    await clock.advance(200)
    expect(seen).toEqual(['a 100', 'b 150'])
    expect(clock.pending()).toEqual([300])
    clock.dispose()
  })

  it('awaits each before the next', async () => {
    const clock = createClock(() => 0)
    const seen: number[] = []
    clock.at(1, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      seen.push(1)
    })
    clock.at(2, () => seen.push(2))
    await clock.advance(10)
    expect(seen).toEqual([1, 2])
    clock.dispose()
  })

  it('fires by itself when real time gets there', async () => {
    const clock = createClock()
    await new Promise<void>((resolve) => {
      const keepAlive = setTimeout(() => {}, 1000)
      clock.after(20, () => {
        clearTimeout(keepAlive)
        resolve()
      })
    })
    clock.dispose()
  })

  it('goes on when a task fails, and takes back what is cancelled', async () => {
    const clock = createClock(() => 0)
    let ran = false
    process.once('warning', () => {})
    clock.at(1, () => Promise.reject(new Error('expected by a test')))
    clock.at(2, () => {
      ran = true
    })
    clock.at(3, () => expect.unreachable())()
    await clock.advance(5)
    expect(ran).toBe(true)
    clock.dispose()
  })

  it('law: whatever is scheduled runs once, in order of time, then of request, however the advance is divided', async () => {
    const plan = fc.array(fc.nat(1000), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(plan, fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }), async (times, steps) => {
        const clock = createClock(() => 0)
        const seen: { at: number; order: number }[] = []
        for (const [order, at] of times.entries()) clock.at(at, () => seen.push({ at, order }))
        for (const step of steps) await clock.advance(step)
        const end = steps.reduce((sum, step) => sum + step, 0)
        const expected = times.map((at, order) => ({ at, order })).filter(({ at }) => steps.length > 0 && at <= end)
        expected.sort((a, b) => a.at - b.at || a.order - b.order)
        expect(seen).toEqual(expected)
        clock.dispose()
      }),
    )
  })
})
