import { type Detail, fen } from '@pay/core'

/** 19.90 yuan for the potter, nothing said. */
export const sampleTipDetail: Detail = {
  vertical: 'tip',
  creatorId: 'potter',
  creatorName: '陶艺小周',
  amountFen: fen(1990),
  sale: { kind: 'coins', coins: 1990 },
  progress: 'none',
  giverName: '',
  anonymous: false,
  message: '',
  messageCheck: 'passed',
  thanks: '',
}
