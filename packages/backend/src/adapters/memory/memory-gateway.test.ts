import { gatewayContract } from '../../testing/gateway-contract.ts'
import { buyer } from '../../testing/memory-world.ts'
import { memoryGateway } from './memory-gateway.ts'

gatewayContract({
  makeWorld: () => {
    let nowMs = Date.UTC(2026, 10, 21, 4)
    const gateway = memoryGateway({ nowMs: () => nowMs })
    return {
      gateway,
      payer: buyer,
      nowMs: () => nowMs,
      pass: (ms) => {
        nowMs += ms
      },
      pay: (outTradeNo) => void gateway.pay(outTradeNo, buyer),
      settleRefund: (outRefundNo) => gateway.settleRefund(outRefundNo),
    }
  },
})
