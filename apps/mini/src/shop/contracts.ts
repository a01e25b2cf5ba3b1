import { contractNamed } from '@pay/client'
import type { shopContract } from '@pay/core'

export const shopFunction = contractNamed<typeof shopContract>('shop')
