/**
 * Every state that was met, each once: a few whole numbers of 32 bits. Plain arrays of numbers, as a hundred million objects
 * would not fit into memory.
 */
export class StateTable {
  size = 0
  readonly #width: number
  readonly #records: Uint32Array[] = []
  /** From hash to 1 + the number of the state; 0 is empty. */
  #slots = new Uint32Array(1 << 16)
  /** With how few faults it can be reached. */
  readonly faults = new Numbers()
  /** From where it was reached first, and by which step. */
  readonly from = new Numbers()
  readonly step = new Numbers()

  constructor(width: number) {
    this.#width = width
  }

  /** The state's number; the next new one when it was not met before. */
  numberOf(record: Uint32Array): number {
    if (this.size * 2 > this.#slots.length) this.#grow()
    const mask = this.#slots.length - 1
    for (let slot = hash(record, 0, this.#width) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] as number
      if (found === 0) {
        this.#slots[slot] = this.size + 1
        this.#chunk(this.size).set(record, this.#offset(this.size))
        return this.size++
      }
      if (this.#is(found - 1, record)) return found - 1
    }
  }

  /** The numbers of a state, put into `record`. */
  read(state: number, record: Uint32Array): void {
    const chunk = this.#chunk(state)
    const offset = this.#offset(state)
    for (let at = 0; at < this.#width; at++) record[at] = chunk[offset + at] as number
  }

  #is(state: number, record: Uint32Array): boolean {
    const chunk = this.#chunk(state)
    const offset = this.#offset(state)
    for (let at = 0; at < this.#width; at++) if (chunk[offset + at] !== record[at]) return false
    return true
  }

  #chunk(state: number): Uint32Array {
    const at = state >>> chunkBits
    let chunk = this.#records[at]
    if (chunk === undefined) {
      chunk = new Uint32Array(this.#width << chunkBits)
      this.#records[at] = chunk
    }
    return chunk
  }

  #offset(state: number): number {
    return (state & (chunkSize - 1)) * this.#width
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let state = 0; state < this.size; state++) {
      let slot = hash(this.#chunk(state), this.#offset(state), this.#width) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = state + 1
    }
    this.#slots = slots
  }
}

/** A list of whole numbers that grows without being copied. */
export class Numbers {
  length = 0
  readonly #chunks: Uint32Array[] = []

  push(number: number): void {
    this.set(this.length, number)
  }

  at(index: number): number {
    return (this.#chunks[index >>> chunkBits] as Uint32Array)[index & (chunkSize - 1)] as number
  }

  set(index: number, number: number): void {
    let chunk = this.#chunks[index >>> chunkBits]
    if (chunk === undefined) {
      chunk = new Uint32Array(chunkSize)
      this.#chunks[index >>> chunkBits] = chunk
    }
    chunk[index & (chunkSize - 1)] = number
    if (index >= this.length) this.length = index + 1
  }
}

const chunkBits = 16
const chunkSize = 1 << chunkBits

const hash = (numbers: Uint32Array, offset: number, width: number): number => {
  let mixed = 0x9e3779b9
  for (let at = offset; at < offset + width; at++) {
    mixed = Math.imul(mixed ^ (numbers[at] as number), 0x85ebca6b)
    mixed ^= mixed >>> 15
  }
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
