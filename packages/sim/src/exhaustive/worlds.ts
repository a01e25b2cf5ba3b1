import { type Names, nameOf, type State } from './state.ts'

/** A number for each different state of what outlives the processes: the documents, WeChat's book, the time. */
export class Worlds {
  readonly #names: Names
  readonly #all: State[] = []
  readonly #byName = new Map<number, number>()
  readonly #byObject = new WeakMap<State, number>()

  constructor(names: Names) {
    this.#names = names
  }

  numberOf(state: State): number {
    const known = this.#byObject.get(state)
    if (known !== undefined) return known
    const name = nameOf(this.#names, state)
    let number = this.#byName.get(name)
    if (number === undefined) {
      number = this.#all.push(state) - 1
      this.#byName.set(name, number)
      this.#byObject.set(state, number)
    }
    return number
  }

  /** One object for each, so that what was read in it is the same object too. */
  state(number: number): State {
    return this.#all[number] as State
  }

  get size(): number {
    return this.#all.length
  }
}
