import type { MessageMoment } from '@pay/core'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { order } from '../contracts.ts'
import { call, toEmulator } from '../pay.ts'
import { type AskUser, messageAsker } from './message-asker.ts'

/** For a page on which somebody may be asked: reads ahead, and gives what to call in the tap. */
export const useMessages = (moment: MessageMoment): (() => Promise<boolean>) => {
  useEffect(() => {
    void asker.prepare()
  }, [])
  return () => asker.ask(moment)
}

// Not async: what is compiled to a state machine keeps the branches that a constant rules out.
const askUser: AskUser = (tmplIds) => {
  // Taro's types want the fields of Alipay, too.
  if (process.env.TARO_ENV === 'weapp')
    return Taro.requestSubscribeMessage({
      tmplIds,
    } as Parameters<typeof Taro.requestSubscribeMessage>[0]).then((answer) => ({ ...answer }))
  // The emulator has a phone without a screen: it agrees.
  if (PAY_TRANSPORT === 'emulator')
    return toEmulator('/client/subscribe', { tmplIds }) as Promise<Record<string, unknown>>
  return Promise.resolve({})
}

const asker = messageAsker(async () => {
  const outcome = await call(order, 'messages', {})
  return outcome.ok ? outcome.data : undefined
}, askUser)
