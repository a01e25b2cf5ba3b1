export { consoleLog } from './console-log.ts'
export { randomIds } from './random-ids.ts'
export { systemClock } from './system-clock.ts'
