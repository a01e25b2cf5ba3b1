/** The time, in ms since 1970. A port, because the simulator and the tests have their own. */
export interface Clock {
  nowMs(): number
}
