import { contractNamed } from '@pay/client'
import type { tipContract } from '@pay/core'

export const tipFunction = contractNamed<typeof tipContract>('tip')
