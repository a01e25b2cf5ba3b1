import type { OrderView, PaymentRequest } from '@pay/core'
import type { Answer } from '../world/phone.ts'

/** The order that an answer shows, whichever way the action gives it. */
export const orderIn = (answer: Answer): OrderView | undefined => {
  if (answer === 'lost' || !answer.ok) return undefined
  const data = answer.data as { readonly order?: OrderView } & OrderView
  return data.order ?? data
}

export const paymentIn = (answer: Answer): PaymentRequest | undefined =>
  answer === 'lost' || !answer.ok ? undefined : (answer.data as { payment?: PaymentRequest }).payment

/** The same request until an answer comes: that is what makes it the same order. */
export const untilKnown = async (ask: () => Promise<Answer>, tries = 4): Promise<Answer> => {
  let answer = await ask()
  for (let again = 1; again < tries && isUnknown(answer); again++) answer = await ask()
  return answer
}

const isUnknown = (answer: Answer): boolean => answer === 'lost' || (!answer.ok && answer.error.code === 'BUSY')

export const better = ([one, two]: readonly [Answer, Answer]): Answer => (one !== 'lost' && one.ok ? one : two)
