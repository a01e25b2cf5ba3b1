import type { Fault, FaultPoint } from '../fault-hook.ts'
import type { EmulatorContext, Service } from '../service.ts'
import { faultRoutes } from './fault-routes.ts'
import { type AnyFault, type FaultRule, type FaultWhen, isSpecial, type SpecialFault } from './fault-rule.ts'
import { matchesRule } from './match-rule.ts'
import { seededRandom } from './seeded-random.ts'

export interface NewFaultRule {
  readonly when?: FaultWhen
  readonly fault: AnyFault
  readonly skip?: number
  /** 1 unless told; 0 is for ever. */
  readonly times?: number
  readonly chance?: number
}

/** The rules by which things go wrong. The same seed and the same calls give the same faults. */
export interface FaultsService extends Service {
  rules(): readonly FaultRule[]
  add(rule: NewFaultRule): FaultRule
  remove(id: string): boolean
  clear(): void
  /** Starts the draws over. */
  seed(seed: number): void
  /** For a party with troubles of its own: what befalls it at this point, if anything. */
  special(point: FaultPoint): SpecialFault | undefined
}

export const faultsService = (context: EmulatorContext): FaultsService => {
  let rules: FaultRule[] = []
  let made = 0
  let draw = seededRandom(1)

  const strike = (point: FaultPoint, special: boolean): AnyFault | undefined => {
    for (const rule of rules) {
      if (isSpecial(rule.fault) !== special || !matchesRule(rule, point)) continue
      if (rule.times !== 0 && rule.struck >= rule.times) continue
      rule.matched += 1
      if (rule.matched <= rule.skip || (rule.chance < 1 && draw() >= rule.chance)) continue
      rule.struck += 1
      tell(context, rule, point)
      return rule.fault
    }
    return undefined
  }

  context.faults.use((point) => strike(point, false) as Fault | undefined)

  const service: FaultsService = {
    name: 'faults',
    about:
      'what shall go wrong: lost, late, repeated and overtaken notices, errors before and after acting, time-outs, deaths, conflicts, quotas',
    rules: () => rules,
    add: ({ when = {}, fault, skip = 0, times = 1, chance = 1 }) => {
      const rule: FaultRule = { id: `f${++made}`, when, fault, skip, times, chance, matched: 0, struck: 0 }
      rules.push(rule)
      return rule
    },
    remove: (id) => {
      const before = rules.length
      rules = rules.filter((rule) => rule.id !== id)
      return rules.length < before
    },
    clear: () => {
      rules = []
    },
    seed: (seed) => {
      draw = seededRandom(seed)
    },
    special: (point) => strike(point, true) as SpecialFault | undefined,
    reset: () => {
      rules = []
      made = 0
      draw = seededRandom(1)
    },
  }
  return Object.assign(service, { routes: faultRoutes(service) })
}

const tell = (context: EmulatorContext, rule: FaultRule, point: FaultPoint) =>
  context.events.add({
    from: point.functionName === undefined ? 'wechat' : `function:${point.functionName}`,
    to: point.party === 'notices' ? 'wechat' : point.party === 'wx' ? 'pay' : point.party,
    kind: 'warning',
    name: `fault: ${rule.fault.kind}${'after' in rule.fault && rule.fault.after ? ' after' : ''} · ${point.action}`,
    ok: false,
    detail: { rule: rule.id, fault: rule.fault, call: point.detail },
    ...(point.requestId === undefined ? {} : { requestId: point.requestId }),
  })
