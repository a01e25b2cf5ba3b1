import type { FlowError, PaymentFlow, Place } from '@pay/client'
import type { OrderNo } from '@pay/core'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { payments } from '../pay.ts'

/**
 * Places an order from a confirm page and leads to its result page as soon as the order exists, so that whatever happens
 * at the cashier, the page behind it knows the order. `onRefused` is told when nothing was placed.
 */
export const usePlacing = (onRefused: () => void) => {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<FlowError>()
  const flow = useRef<PaymentFlow>()
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])

  const submit = (place: Place) => {
    // A second tap while the first is unanswered, whatever the button shows.
    if (flow.current !== undefined) return
    setBusy(true)
    setError(undefined)
    const started = payments.begin(place)
    flow.current = started
    stop.current = started.subscribe(() => {
      const state = started.state()
      if (state.step === 'placing') return
      stop.current()
      if (state.step === 'following') return void toResult(state.orderNo)
      flow.current = undefined
      setBusy(false)
      if (state.step !== 'refused') return
      setError(state.error)
      onRefused()
    })
    started.submit()
  }
  return { busy, error, submit }
}

const toResult = (orderNo: OrderNo) => Taro.redirectTo({ url: `/pages/result/index?orderNo=${orderNo}` })
