import type { Hostile } from './hostile.ts'
import { numbers } from './numbers.ts'
import { operators } from './operators.ts'
import { text } from './text.ts'
import { types } from './types.ts'

export { hostileEvents } from './events.ts'
export { hostileFields } from './fields.ts'

/** Values that have hurt somebody: each is put in place of each field of each input. */
export const hostileValues: readonly Hostile[] = [...operators, ...numbers, ...types, ...text]
