import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Emulator } from '../emulator.ts'
import { packageRoot } from '../package-root.ts'
import { checkPlan, readExamPlan } from './exam-plan.ts'
import { fillIn } from './fill-in.ts'
import { firstDifference } from './first-difference.ts'
import { type ExamReport, runExam } from './run-exam.ts'

const folder = (name: string) => join(packageRoot, 'src/exam/fixtures', name)

const examine = (name: string, only?: readonly string[]) => {
  const emulator = new Emulator({ project: folder(name), quiet: true })
  let report: ExamReport
  beforeAll(async () => {
    await emulator.ready()
    report = await runExam(
      emulator,
      readExamPlan(join(folder(name), 'pay-exam.json')),
      only === undefined ? {} : { only },
    )
  }, 300_000)
  afterAll(() => emulator.dispose())
  return (code: string) => report.results.find((result) => result.code === code)
}

describe('a project that believes whatever calls its callback', () => {
  const result = examine('naive', ['1.01', '1.02', '1.30', '1.31', '1.32', '1.33', '1.34', 'R.01'])

  test.each(['1.01', '1.02', '1.32'])('passes %s', (code) => {
    expect(result(code)).toMatchObject({ outcome: 'passed' })
  })

  test.each([
    ['1.30', 'never asked'],
    ['1.31', 'never asked WeChat'],
    ['1.33', "a user's call"],
    ['1.34', 'another amount'],
  ])('fails %s', (code, why) => {
    expect(result(code)).toMatchObject({ outcome: 'failed', why: expect.stringContaining(why) })
  })

  test('is not asked about refunds, for it has none', () => {
    expect(result('R.01')).toMatchObject({ outcome: 'skipped' })
  })
})

describe('a project that asks WeChat', () => {
  const codes = ['1.01', '1.02', '1.30', '1.31', '1.32', '1.33', '1.34', 'R.01', 'R.02']
  const result = examine('careful', codes)

  test.each(codes)('passes %s', (code) => {
    expect(result(code)).toMatchObject({ outcome: 'passed' })
  })
})

test('a plan says what is wrong with it', () => {
  expect(() => checkPlan({})).toThrow('read is an object')
  const read = { function: 'a', paid: { path: 'x', equals: 1 } }
  expect(() => checkPlan({ read })).toThrow('place is an object')
  expect(() => checkPlan({ read, place: {} })).toThrow('place.function names a cloud function')
  expect(() => checkPlan({ read, place: [{ function: 'a' }, {}] })).toThrow('place[1].function')
  expect(checkPlan({ read, place: { function: 'b' } })).toMatchObject({
    patienceMs: 300_000,
    read: { paid: { equals: [1] } },
  })
  expect(() => readExamPlan('/nowhere/pay-exam.json')).toThrow('there is no /nowhere/pay-exam.json')
})

test('places in a plan are filled with what is known', () => {
  const known = { id: 'e1', place: { data: { orderNo: 'A', total: 5 } } }
  expect(fillIn({ a: ['{{id}}-1', '{{place.data.total}}', '{{place.data.none}}'] }, known)).toEqual({
    a: ['e1-1', 5, undefined],
  })
})

test('the first difference is told with its path', () => {
  expect(firstDifference({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toBe('a.0.b: 1 … 2')
  expect(firstDifference({ a: 1, now: 1 }, { a: 1, now: 2 }, ['now'])).toBeUndefined()
})
