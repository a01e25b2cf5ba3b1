import { expect, test } from 'vitest'
import { stopSignal } from './stop-signal.ts'

test('a run is asked to end by a signal, and the same signal once more does not kill it', () => {
  const before = process.listenerCount('SIGTERM')
  const stop = stopSignal()
  expect(stop.aborted).toBe(false)
  process.emit('SIGTERM')
  expect(stop.aborted).toBe(true)
  process.emit('SIGTERM')
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
})
