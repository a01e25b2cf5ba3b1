import type { FlowOutcome, FlowState, PaymentFlow } from '@pay/client'
import { flowOutcome } from '@pay/client'
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** The state of a payment flow, drawn anew with every change. */
export const useFlow = (flow: PaymentFlow): { readonly state: FlowState; readonly outcome: FlowOutcome } => {
  const state = useSyncExternalStore(flow.subscribe, flow.state, flow.state)
  return { state, outcome: flowOutcome(state) }
}

/** For the page that shows a payment: it asks the server while it is seen, and stops when it is not. */
export const useFlowOnPage = (flow: PaymentFlow) => {
  useDidShow(() => flow.shown())
  useDidHide(() => flow.hidden())
  useUnload(() => flow.hidden())
  return useFlow(flow)
}
