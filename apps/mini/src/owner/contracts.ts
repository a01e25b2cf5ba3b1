import { contractNamed } from '@pay/client'
import type { ownerContract } from '@pay/core'

/** Closed to everybody but the owners: whoever is none finds nothing there. */
export const ownerFunction = contractNamed<typeof ownerContract>('owner')
