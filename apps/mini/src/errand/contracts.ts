import { contractNamed } from '@pay/client'
import type { errandContract } from '@pay/core'

export const errandFunction = contractNamed<typeof errandContract>('errand')
