import type { ServerResponse } from 'node:http'
import type { Timeline, TimelineEvent } from '../events/timeline.ts'

// Proxies and browsers drop a connection that stays silent.
const keepAliveMs = 15_000

/** Sends the timeline as server-sent events: what was kept since `since`, then what happens. */
export const streamEvents = (events: Timeline, since: number, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  const write = (event: TimelineEvent) => response.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`)
  for (const event of events.list({ since })) write(event)
  response.write(': here begins what is live\n\n')
  const stop = events.subscribe(write)
  const beat = setInterval(() => response.write(': still here\n\n'), keepAliveMs)
  beat.unref()
  response.on('close', () => {
    stop()
    clearInterval(beat)
  })
}
