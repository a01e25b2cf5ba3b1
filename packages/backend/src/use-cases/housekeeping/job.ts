import type { Deps } from '../../deps.ts'

/** One job of the timer; answers how many things it looked at. */
export type Job = (deps: Deps, untilMs: number) => Promise<number>
