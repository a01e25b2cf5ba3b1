import { type Random, randomOf } from '../engine/random.ts'
import { type FunctionName, owner } from '../world/functions.ts'
import { type Assault, pathsOf, replaced, victimsWorld } from './attack.ts'
import { hostileValues } from './corpus/index.ts'
import { goodInputs, hasActions } from './good-inputs/index.ts'

/** Right inputs with one to four fields changed, dropped, doubled or swapped, by the victim himself: nothing may crash. */
export const fuzz = async (seed: number, events: number): Promise<Assault> => {
  const random = randomOf(seed, 0)
  const wrongs: string[] = []
  let world = await victimsWorld()
  let inputs = goodInputs(world)
  for (let event = 1; event <= events; event++) {
    if (event % 2_000 === 0) {
      world = await victimsWorld()
      inputs = goodInputs(world)
    }
    const name = random.pick(Object.keys(inputs) as FunctionName[])
    const [action, good] = random.pick(Object.entries(inputs[name]))
    const whole = !hasActions(name)
    // What WeChat calls comes as JSON; what a function calls may be anything.
    const input = whole ? asJson(mangled(random, good)) : mangled(random, good)
    const openid = name === 'owner' && random.chance(0.7) ? owner : 'oVictim000000000000000000000'
    world.scheduler.current = world.scheduler.process('fuzz', 'world', 'fuzzer', {
      SOURCE: random.pick(['wx_client', 'wx_client', 'wx_paycallback', 'wx_trigger', '']),
      ...(random.chance(0.8) ? { OPENID: openid, CLIENTIP: '203.0.113.7' } : {}),
    })
    try {
      const text = JSON.stringify(await world.functions[name](whole ? input : { action, input }, {})) ?? ''
      if (text.includes('INTERNAL')) wrongs.push(`${name}.${action} ${show(input)}: ${text.slice(0, 160)}`)
    } catch (error) {
      wrongs.push(`${name}.${action} ${show(input)}: threw ${String(error).slice(0, 160)}`)
    }
    for (const { checker, what } of world.violations.splice(0)) wrongs.push(`${checker}: ${what.slice(0, 200)}`)
    if (wrongs.length > 20) break
  }
  return { inputs: events, calls: events, wrongs }
}

const mangled = (random: Random, good: unknown): unknown => {
  let input = good
  for (let change = 1 + random.below(3); change > 0; change--) {
    const paths = pathsOf(input)
    if (paths.length === 0) return input
    const path = random.pick(paths)
    input = replaced(input, path, random.chance(0.7) ? random.pick(hostileValues)[1] : random.pick(paths).length)
  }
  return input
}

const asJson = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null')
  } catch {
    return null
  }
}

const show = (input: unknown): string => {
  try {
    return (JSON.stringify(input) ?? '').slice(0, 200)
  } catch {
    return String(input)
  }
}
