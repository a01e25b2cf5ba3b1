import type { OrderNo, OrderView, PaymentRequest } from '@pay/core'
import type { Outcome } from '../call/call.ts'
import type { OpenCashier } from '../cashier/cashier.ts'
import type { FlowEffect, FlowError, FlowEvent, FlowState } from './flow-state.ts'
import { followOrder, nextFlow } from './next-flow.ts'

/** What the flow needs from outside. */
export interface FlowPorts {
  /** Absent: this build has no rail. Then nothing is ordered. */
  readonly openCashier?: OpenCashier
  pay(orderNo: OrderNo): Promise<Outcome<Opened, { readonly code: string }>>
  refresh(orderNo: OrderNo): Promise<Outcome<OrderView, { readonly code: string }>>
  /** Calls back after so many milliseconds, unless cancelled. */
  later(ms: number, run: () => void): () => void
}

export interface Opened {
  readonly order: OrderView
  readonly payment?: PaymentRequest
}

export type Place = () => Promise<Outcome<Opened, { readonly code: string }>>

/** One payment while it lasts; outlives the page that started it. */
export interface PaymentFlow {
  state(): FlowState
  /** Calls back after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void
  /** Places the order and opens its cashier. Does nothing while an answer is awaited. */
  submit(): void
  payAgain(): void
  askNow(): void
  /** The server's word, heard on another way: a cancel, for one. */
  heard(order: OrderView): void
  shown(): void
  hidden(): void
}

/** A flow that begins with placing an order. */
export const createPaymentFlow = (ports: FlowPorts, place: Place): PaymentFlow => run(ports, place, [{ step: 'idle' }])

/** A flow that begins with an order that exists. */
export const followPayment = (ports: FlowPorts, orderNo: OrderNo): PaymentFlow =>
  run(ports, async () => ({ ok: false, error: { code: 'NOT_NOW' } }), followOrder(orderNo))

const noRail: FlowError = { code: 'NO_RAIL' }

const run = (ports: FlowPorts, place: Place, first: readonly [FlowState, ...FlowEffect[]]): PaymentFlow => {
  const [start, ...begin] = first
  let state = start
  let stopWaiting = () => {}
  const listeners = new Set<() => void>()

  const tell = (event: FlowEvent) => {
    const [next, ...effects] = nextFlow(state, event)
    state = next
    for (const effect of effects) perform(effect)
    for (const listener of [...listeners]) listener()
  }

  const perform = (effect: FlowEffect): void => {
    switch (effect.kind) {
      case 'place':
        // Asked before anything is sent: without a rail there must be no order either.
        if (ports.openCashier === undefined) tell({ kind: 'refused', error: noRail })
        else answer(place(), tell, (opened) => ({ kind: 'placed', ...opened }), 'refused')
        return
      case 'pay':
        if (ports.openCashier === undefined) tell({ kind: 'payRefused', error: noRail })
        else answer(ports.pay(effect.orderNo), tell, (opened) => ({ kind: 'payOpened', ...opened }), 'payRefused')
        return
      case 'openCashier':
        void ports.openCashier?.(effect.payment).then((word) => tell({ kind: 'cashierShut', word }))
        return
      case 'ask':
        void ports
          .refresh(effect.orderNo)
          .then((outcome) => tell(outcome.ok ? { kind: 'answered', order: outcome.data } : notAnswered(outcome.error)))
        return
      case 'wait':
        stopWaiting = ports.later(effect.ms, () => tell({ kind: 'timePassed' }))
        return
      case 'stopWaiting':
        stopWaiting()
        stopWaiting = () => {}
    }
  }

  for (const effect of begin) perform(effect)
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    submit: () => tell({ kind: 'submit' }),
    payAgain: () => tell({ kind: 'payAgain' }),
    askNow: () => tell({ kind: 'askNow' }),
    heard: (order) => tell({ kind: 'answered', order }),
    shown: () => tell({ kind: 'shown' }),
    hidden: () => tell({ kind: 'hidden' }),
  }
}

const notAnswered = ({ code }: { readonly code: string }): FlowEvent => ({
  kind: 'notAnswered',
  missing: code === 'NOT_FOUND',
})

const answer = (
  asked: Promise<Outcome<Opened, { readonly code: string }>>,
  tell: (event: FlowEvent) => void,
  opened: (data: Opened) => FlowEvent,
  refused: 'refused' | 'payRefused',
): void => {
  void asked.then((outcome) => tell(outcome.ok ? opened(outcome.data) : { kind: refused, error: outcome.error }))
}
