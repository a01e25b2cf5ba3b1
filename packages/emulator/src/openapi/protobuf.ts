/** As much of protobuf as the SDK's envelope needs: https://protobuf.dev/programming-guides/encoding/ */
export type Fields = ReadonlyMap<number, readonly (Buffer | number)[]>

/** Field number → values in order; length-delimited ones as bytes. Throws RangeError on bytes that are no message. */
export const decodeFields = (bytes: Buffer): Fields => {
  const fields = new Map<number, (Buffer | number)[]>()
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 63) throw new RangeError('the message ends within a number')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const type = tag & 7
    let value: Buffer | number
    if (type === 0) value = varint()
    else if (type === 2) {
      const length = varint()
      if (at + length > bytes.length) throw new RangeError('the message ends within a field')
      value = bytes.subarray(at, at + length)
      at += length
    } else throw new RangeError(`wire type ${type} is not used here`)
    const number = tag >>> 3
    fields.set(number, [...(fields.get(number) ?? []), value])
  }
  return fields
}

/** Encodes fields in the order given; numbers as int32. */
export const encodeFields = (fields: readonly (readonly [number, Buffer | string | number])[]): Buffer =>
  Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === 'number')
        return Buffer.concat([varintOf(BigInt(number << 3)), varintOf(BigInt.asUintN(64, BigInt(value)))])
      const bytes = Buffer.from(value as string)
      return Buffer.concat([varintOf(BigInt((number << 3) | 2)), varintOf(BigInt(bytes.length)), bytes])
    }),
  )

export const bytesOf = (fields: Fields, number: number): Buffer | undefined => {
  const value = fields.get(number)?.[0]
  return Buffer.isBuffer(value) ? value : undefined
}

const varintOf = (value: bigint): Buffer => {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Buffer.from(bytes)
}
