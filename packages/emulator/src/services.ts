import type { ServiceFactory } from './service.ts'

/** What the emulator simulates: one line per service, in the order in which they start. */
export const services: readonly ServiceFactory[] = []
