/**
 * Quotient and remainder of a × b ÷ c, exact for whole numbers up to 100,000,000,000 though the product passes 2⁵³.
 * Long multiplication in digits of 15 bits: BigInt would do, but phones that run mini-programs still lack it.
 */
export const multiplyDivide = (a: number, b: number, c: number): { quotient: number; remainder: number } => {
  let quotient = 0
  let remainder = 0
  for (const digit of [Math.floor(a / base ** 2), Math.floor(a / base) % base, a % base]) {
    const part = remainder * base + digit * b
    remainder = part % c
    quotient = quotient * base + (part - remainder) / c
  }
  return { quotient, remainder }
}

const base = 2 ** 15
