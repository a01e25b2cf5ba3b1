import type { HallTask } from '@pay/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hallSorts, sortTasks } from './sort-tasks.ts'

const task = (awayM: number, earningFen: number) => ({ awayM, earningFen }) as HallTask

test('near, well paid or new: the runner decides what comes first', () => {
  const [near, rich, fresh] = [task(100, 600), task(900, 2000), task(500, 900)]
  const tasks = [fresh, near, rich]
  expect(sortTasks(tasks, 'nearest')[0]).toBe(near)
  expect(sortTasks(tasks, 'best')[0]).toBe(rich)
  expect(sortTasks(tasks, 'newest')[0]).toBe(fresh)
})

test('law: no way of sorting loses a task, and among equals the newer one stays first', () => {
  const tasks = fc.array(fc.tuple(fc.nat(3), fc.nat(3)).map(([away, fen]) => task(away, fen)))
  fc.assert(
    fc.property(tasks, fc.constantFrom(...hallSorts), (given, sort) => {
      const sorted = sortTasks(given, sort)
      expect(new Set(sorted)).toEqual(new Set(given))
      for (let at = 1; at < sorted.length; at++) {
        const [a, b] = [sorted[at - 1] as HallTask, sorted[at] as HallTask]
        const equal = sort === 'nearest' ? a.awayM === b.awayM : sort === 'best' ? a.earningFen === b.earningFen : true
        if (equal) expect(given.indexOf(a)).toBeLessThan(given.indexOf(b))
      }
    }),
  )
})
