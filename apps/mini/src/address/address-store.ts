import type { Address } from '@pay/core'
import { kept } from '../platform/kept.ts'

/** The address this phone used last. */
export const keptAddress = kept<Address | undefined>('address', undefined)
