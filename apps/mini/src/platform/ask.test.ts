import { expect, test } from 'vitest'
import { oneQuestion } from './ask.ts'

const question = (title: string) => ({ title, content: '', yes: '好的' })

test('a question waits for its answer and is gone with it', async () => {
  const asking = oneQuestion()
  let drawn = 0
  asking.subscribe(() => drawn++)
  const answer = asking.put(question('取消订单？'))
  expect(asking.current()?.title).toBe('取消订单？')
  asking.answer(true)
  expect(await answer).toBe(true)
  expect(asking.current()).toBeUndefined()
  expect(drawn).toBe(2)
})

test('a newer question denies the older one, and nobody is asked twice', async () => {
  const asking = oneQuestion()
  const [first, second] = [asking.put(question('一')), asking.put(question('二'))]
  expect(await first).toBe(false)
  expect(asking.current()?.title).toBe('二')
  asking.answer(true)
  asking.answer(false)
  expect(await second).toBe(true)
})
