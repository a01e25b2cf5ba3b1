import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { tipContract, tipOwnerActions } from './tip-contract.ts'
import { tipPointsFen } from './tip-sale.ts'

const wish = { requestId: 'request-0123456789', creatorId: 'potter', amountFen: 500 }
const terms = {
  creatorId: 'potter',
  name: '陶艺小周',
  avatar: '',
  intro: '',
  thanks: '谢谢',
  open: true,
  pointsFen: tipPointsFen,
  custom: { leastFen: 100, mostFen: 50_000 },
}
const orderNo = 'A'.repeat(26)

const good = {
  listCreators: { cursor: '1_A' },
  getCreator: { creatorId: 'potter' },
  listTips: { creatorId: 'potter', cursor: '1_A' },
  listLeaders: { creatorId: 'potter' },
  placeOrder: { ...wish, message: '好看', giverName: '阿宁', anonymous: true, loginCode: '0a1b2c3d4e5f' },
  mine: { cursor: '1_A' },
  coins: { loginCode: '0a1b2c3d4e5f' },
} as const
const goodOfOwner = {
  listAllCreators: { cursor: '1_A' },
  putCreator: terms,
  listMessages: { cursor: '1_A' },
  judgeMessage: { orderNo, show: true },
  giveBackTip: { orderNo },
} as const

const takes = (action: { readonly input: v.GenericSchema }, input: unknown) => v.safeParse(action.input, input).success
const path = (input: unknown) => {
  const parsed = v.safeParse(tipContract.actions.placeOrder.input, input)
  return parsed.success ? 'taken' : (v.getDotPath(parsed.issues[0]) ?? '')
}

describe('the function tip', () => {
  it('is named tip, and takes exactly what its screens send', () => {
    expect(tipContract.name).toBe('tip')
    expect(Object.keys(tipContract.actions)).toEqual(Object.keys(good))
    for (const [name, input] of Object.entries(good)) {
      const action = tipContract.actions[name as keyof typeof good]
      expect({ name, taken: takes(action, input) }).toEqual({ name, taken: true })
      for (const field of Object.keys(input)) {
        expect({ name, field, taken: takes(action, { ...input, [field]: { $gt: '' } }) }).toMatchObject({
          taken: false,
        })
        expect({ name, taken: takes(action, { ...input, [`${field}X`]: 1 }) }).toMatchObject({ taken: false })
      }
    }
  })

  it('needs no word, no name and no login with a wish', () => {
    const parsed = v.parse(tipContract.actions.placeOrder.input, wish)
    expect(parsed).toEqual({ ...wish, message: '', giverName: '', anonymous: false })
  })

  it.each([
    [{ amountFen: 99 }, 'amountFen'],
    [{ amountFen: 200_001 }, 'amountFen'],
    [{ amountFen: 100.5 }, 'amountFen'],
    [{ message: '好'.repeat(51) }, 'message'],
    [{ message: '好'.repeat(50) }, 'taken'],
    [{ giverName: '宁'.repeat(21) }, 'giverName'],
    [{ loginCode: 'x' }, 'loginCode'],
    [{ thanks: '' }, 'thanks'],
  ])('of a wish with %o says %s', (more, said) => {
    expect(path({ ...wish, ...more })).toBe(said)
  })
})

describe('what the owner does about tips', () => {
  it('takes exactly what it needs', () => {
    expect(Object.keys(tipOwnerActions)).toEqual(Object.keys(goodOfOwner))
    for (const [name, input] of Object.entries(goodOfOwner)) {
      const action = tipOwnerActions[name as keyof typeof goodOfOwner]
      expect({ name, taken: takes(action, input) }).toEqual({ name, taken: true })
      for (const field of Object.keys(input)) {
        expect({ name, field, taken: takes(action, { ...input, [field]: { $gt: '' } }) }).toMatchObject({
          taken: false,
        })
        expect({ name, taken: takes(action, { ...input, [`${field}X`]: 1 }) }).toMatchObject({ taken: false })
      }
    }
  })

  it('takes terms with both ends of the range or none, and says what a switch takes', () => {
    const { custom: _, ...points } = terms
    expect(takes(tipOwnerActions.putCreator, points)).toBe(true)
    expect(takes(tipOwnerActions.putCreator, { ...terms, custom: { leastFen: 100 } })).toBe(false)
    expect(takes(tipOwnerActions.putCreator, { ...terms, pointsFen: [...tipPointsFen, 100] })).toBe(false)
    const said = (input: unknown) => v.safeParse(tipOwnerActions.putCreator.input, input).issues?.[0].message
    expect(said({ ...terms, open: 1 })).toBe('takes true or false')
    expect(said({ ...terms, pointsFen: [...tipPointsFen, 100] })).toBe('takes 6 points at most')
    const judged = v.safeParse(tipOwnerActions.judgeMessage.input, { orderNo, show: 1 })
    expect(judged.issues?.[0].message).toBe('takes true or false')
    const placed = v.safeParse(tipContract.actions.placeOrder.input, { ...wish, anonymous: 1 })
    expect(placed.issues?.[0].message).toBe('takes true or false')
  })
})
