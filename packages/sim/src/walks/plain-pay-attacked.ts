import type { ExhaustiveScene } from '../exhaustive/scene.ts'
import { forgedNotice, strangers } from '../exhaustive/scene-parts.ts'
import { plainPay } from './plain-pay.ts'

/** The plain pay flow, with somebody who forges WeChat's notice and tries other people's orders. */
export const plainPayAttacked: ExhaustiveScene = {
  ...plainPay,
  name: 'plainPayAttacked',
  processes: [
    ...plainPay.processes,
    forgedNotice('forged notice', 1),
    forgedNotice('forged notice of too little', 1, -1),
    strangers('cancel', 1),
    strangers('refresh', 1),
  ],
}
