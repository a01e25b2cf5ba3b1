import { expect, test } from 'vitest'
import { explore } from './explore.ts'
import { exhaustiveScenes } from './scenes.ts'

test('one order and its cancellation, every interleaving, one fault: complete and without a violation', {
  timeout: 180_000,
}, async () => {
  const [scene] = exhaustiveScenes
  if (scene === undefined) throw new Error('no scene')
  const small = {
    ...scene,
    faults: 1,
    processes: scene.processes.filter(({ name }) => name === 'place' || name === 'cancel 1'),
  }
  const explored = await explore(small)
  expect(explored.violations).toEqual([])
  expect(explored.complete).toBe(true)
  expect(explored.states).toBeGreaterThan(500)
})
