import { contractNamed } from '@pay/client'
import type { orderContract } from '@pay/core'

/** The functions that all verticals share. */
export const order = contractNamed<typeof orderContract>('order')
