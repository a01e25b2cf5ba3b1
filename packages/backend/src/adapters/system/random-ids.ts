import { randomBytes } from 'node:crypto'
import type { Ids } from '../../ports/ids.ts'

export const randomIds: Ids = { nonce: () => randomBytes(16).toString('hex') }
