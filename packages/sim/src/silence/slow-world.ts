import type { Scheduler } from '../engine/scheduler.ts'
import type { World } from '../world/world.ts'

/** What one call takes, in ms: a request to the cloud database, and one to WeChat. More than is usual, so that the number holds. */
export const takesMs = { database: 30, weChat: 150 } as const

const weChats = new Set(['wechat', 'messages'])

/** From now on every call to the world takes its time; nothing fails. */
export const slow = (world: World): void => {
  const ports = world.ports as unknown as Record<string, Record<string, unknown>>
  for (const [name, port] of Object.entries(ports)) {
    const ms = weChats.has(name) ? takesMs.weChat : takesMs.database
    ports[name] = Object.fromEntries(
      Object.entries(port).map(([method, member]) => [
        method,
        typeof member === 'function' ? slowed(world.scheduler, ms, member.bind(port)) : member,
      ]),
    )
  }
}

type Method = (...args: readonly unknown[]) => unknown

const slowed =
  (scheduler: Scheduler, ms: number, method: Method): Method =>
  (...args) => {
    scheduler.nowMs += ms
    return method(...args)
  }
