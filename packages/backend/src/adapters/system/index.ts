export { consoleLog } from './console-log.ts'
export { fetchHttp } from './fetch-http.ts'
export { randomIds } from './random-ids.ts'
export { systemClock } from './system-clock.ts'
