import { useEffect, useState } from 'react'
import { call, requestOwner } from '../pay.ts'
import { ownerFunction } from './contracts.ts'

const known = new Map<string, boolean>()

/** Whether the caller is an owner: the server says so, once per visit and person. */
export const useIsOwner = (): boolean => {
  const who = requestOwner()
  const [owner, setOwner] = useState(known.get(who) ?? false)
  useEffect(() => {
    if (known.has(who)) return
    void call(ownerFunction, 'listIncidents', {}).then((outcome) => {
      if (!outcome.ok && outcome.error.code === 'NO_ANSWER') return
      known.set(who, outcome.ok)
      setOwner(outcome.ok)
    })
  }, [who])
  return owner
}
