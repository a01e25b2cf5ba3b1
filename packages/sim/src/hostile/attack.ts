import { fen } from '@pay/core'
import { randomOf } from '../engine/random.ts'
import { Scheduler } from '../engine/scheduler.ts'
import { calm } from '../engine/weather.ts'
import { coupons } from '../world/coupons.ts'
import { type FunctionName, owner } from '../world/functions.ts'
import { World } from '../world/world.ts'
import { hostileEvents, hostileFields, hostileValues } from './corpus/index.ts'
import { goodInputs, hasActions } from './good-inputs/index.ts'

export interface Assault {
  readonly inputs: number
  readonly calls: number
  /** What went wrong: a crash, a stack for the caller, an order of somebody else that changed. */
  readonly wrongs: readonly string[]
}

/** A world with an unpaid order of a victim, in which nothing fails by itself. */
export const victimsWorld = async (): Promise<World> => {
  const scheduler = new Scheduler({
    random: randomOf(1, 1),
    weather: calm,
    coverage: new Map(),
    startMs: Date.UTC(2026, 10, 21, 4),
  })
  const world = new World(scheduler)
  world.setStock('cup-green' as never, 1_000)
  world.openTips()
  for (const coupon of coupons) await world.coupons.insert({ ...coupon, thresholdFen: fen(1) }, 1_000)
  const lines = [{ goodsId: 'cup', skuId: 'cup-green', quantity: 1 }]
  const input = { requestId: 'request-victim-00001', lines, remark: '', couponIds: [] }
  await world.prepared({ SOURCE: 'wx_client', OPENID: victim }, 'shop', 'placeOrder', input)
  scheduler.healing = true
  return world
}

const victim = 'oVictim000000000000000000000'
const attackers = [
  { SOURCE: 'wx_client', OPENID: 'oStranger0000000000000000000', CLIENTIP: '203.0.113.7' },
  { SOURCE: 'wx_client,scf', OPENID: victim, CLIENTIP: '203.0.113.7' },
  { SOURCE: 'wx_http' },
] as const
/** What an owner's client may send when it is not ours. He may do as he likes; nothing may crash. */
const owners = [{ SOURCE: 'wx_client', OPENID: owner, CLIENTIP: '203.0.113.7' }] as const

/** Every hostile value in every field of every action of every function, from every origin that is not to be trusted. */
export const assault = async (): Promise<Assault> => {
  const wrongs: string[] = []
  let calls = 0
  const world = await victimsWorld()
  const before = JSON.stringify([...world.orders])
  // The owner changes goods and terms: in a shop of his own.
  const ownersWorld = await victimsWorld()

  const send = async (to: World, name: FunctionName, event: unknown, what: string) => {
    for (const context of to === world ? attackers : owners) {
      calls++
      to.scheduler.current = to.scheduler.process('hostile', 'world', 'attacker', context)
      try {
        const answer = await to.functions[name](event, {})
        const text = JSON.stringify(answer) ?? ''
        if (/\bat .*\.ts:|node_modules|INTERNAL/.test(text)) wrongs.push(`${what}: told ${text.slice(0, 200)}`)
        const reply = answer as { readonly errcode?: unknown; readonly ErrCode?: unknown; readonly ok?: unknown }
        if (to !== world) continue
        if (reply.errcode === 0 || reply.ErrCode === 0) wrongs.push(`${what}: acknowledged`)
        if ((name === 'owner' || name === 'housekeeping') && reply.ok === true) wrongs.push(`${what}: done`)
      } catch (error) {
        wrongs.push(`${what}: threw ${String(error).slice(0, 200)}`)
      }
    }
  }

  const attack = async (to: World, name: FunctionName) => {
    for (const [what, event] of hostileEvents) await send(to, name, event, `${name} ${what}`)
    for (const [action, good] of Object.entries(goodInputs(to)[name])) {
      const eventOf = (input: unknown) => (hasActions(name) ? { action, input } : input)
      await send(to, name, eventOf(good), `${name}.${action} as it should be`)
      for (const [what, fields] of hostileFields)
        await send(to, name, eventOf({ ...(good as object), ...fields }), `${name}.${action} with ${what}`)
      for (const path of pathsOf(good))
        for (const [what, value] of hostileValues)
          await send(to, name, eventOf(replaced(good, path, value)), `${name}.${action} ${path.join('.')} = ${what}`)
    }
  }
  for (const name of Object.keys(world.functions) as FunctionName[]) await attack(world, name)
  await attack(ownersWorld, 'owner')
  const victims = [...world.orders].filter(([, { buyer }]) => buyer === victim)
  if (JSON.stringify(victims) !== before) wrongs.push('the victim’s order has changed')
  for (const { checker, what } of [...world.violations, ...ownersWorld.violations]) wrongs.push(`${checker}: ${what}`)
  return { inputs: hostileValues.length + hostileFields.length + hostileEvents.length, calls, wrongs }
}

/** The paths of all fields, also inside of arrays and objects. */
export const pathsOf = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])])
}

export const replaced = (value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown => {
  if (key === undefined) return by
  const inner = (value as Record<string | number, unknown>)[key]
  const changed = replaced(inner, rest, by)
  if (!Array.isArray(value)) return { ...(value as object), [key]: changed }
  return value.map((part, at) => (String(at) === String(key) ? changed : part))
}
