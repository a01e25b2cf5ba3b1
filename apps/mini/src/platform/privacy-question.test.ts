import { expect, test } from 'vitest'
import { privacyQuestion } from './privacy-question.ts'

test('all who ask while the sheet is open get its one answer, and then it is closed', async () => {
  const question = privacyQuestion()
  let drawn = 0
  const stop = question.subscribe(() => drawn++)
  const answers = Promise.all([question.ask(), question.ask()])
  expect(question.open()).toBe(true)
  question.answer(false)
  expect(await answers).toEqual([false, false])
  expect(question.open()).toBe(false)
  expect(drawn).toBe(3)

  stop()
  const again = question.ask()
  question.answer(true)
  expect(await again).toBe(true)
  expect(drawn).toBe(3)
})
