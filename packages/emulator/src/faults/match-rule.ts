import type { FaultPoint } from '../fault-hook.ts'
import type { FaultRule } from './fault-rule.ts'

/** Whether a rule speaks of this call. It says nothing about how often it may strike. */
export const matchesRule = ({ when, fault }: FaultRule, point: FaultPoint): boolean => {
  if (when.party !== undefined && !samePlace(when.party, fault.kind, point)) return false
  if (when.action !== undefined && !matchesAction(when.action, point.action)) return false
  if (when.functionName !== undefined && when.functionName !== point.functionName) return false
  if (when.openid !== undefined && when.openid !== point.openid) return false
  if (when.source !== undefined && (point.detail as { source?: unknown } | undefined)?.source !== when.source)
    return false
  return when.mentions === undefined || (JSON.stringify(point.detail) ?? '').includes(when.mentions)
}

/**
 * A call to WeChat Pay passes twice: at the door of the SDK (`wx`), where it can be cut off, and at the desk (`pay`),
 * where it can be answered with WeChat's own error. A rule about `pay` strikes at the one that can do what it says.
 */
const samePlace = (party: string, kind: string, point: FaultPoint) =>
  party === 'pay' && ['timeout', 'kill', 'delay'].includes(kind) ? point.party === 'wx' : point.party === party

const matchesAction = (pattern: string, action: string) =>
  pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action
