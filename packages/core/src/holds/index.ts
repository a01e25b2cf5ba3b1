export { commitHold } from './commit-hold.ts'
export { endedBefore, forgetHolds, heldBefore } from './forget.ts'
export {
  type Claim,
  type Hold,
  type HoldChange,
  type HoldRecord,
  type HoldState,
  newHoldRecord,
} from './hold-record.ts'
export { releaseHold } from './release-hold.ts'
export { reserveHold } from './reserve-hold.ts'
export { restock, setAvailable } from './set-available.ts'
export { takeBackHold } from './take-back-hold.ts'
