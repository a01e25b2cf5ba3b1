import { functionsService } from './functions/functions-service.ts'
import type { ServiceFactory } from './service.ts'
import { timersService } from './timers/timers-service.ts'

/** What the emulator simulates: one line per service, in the order in which they start. */
export const services: readonly ServiceFactory[] = [functionsService, timersService]
