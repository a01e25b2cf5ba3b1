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

const askUser: AskUser = async (tmplIds) => {
  // Taro's types want the fields of Alipay, too.
  if (process.env.TARO_ENV === 'weapp')
    return {
      ...(await Taro.requestSubscribeMessage({ tmplIds } as Parameters<typeof Taro.requestSubscribeMessage>[0])),
    }
  // The emulator has a phone without a screen: it agrees.
  if (PAY_TRANSPORT === 'emulator')
    return (await toEmulator('/client/subscribe', { tmplIds })) as Record<string, unknown>
  return {}
}

const asker = messageAsker(async () => {
  const outcome = await call(order, 'messages', {})
  return outcome.ok ? outcome.data : undefined
}, askUser)
