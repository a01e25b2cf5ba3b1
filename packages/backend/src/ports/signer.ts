/** Says that a text is ours, and recognises it. */
export interface Signer {
  /** 20 to 100 characters of 0-9A-Za-z_-. */
  sign(text: string): string
  verify(text: string, signature: string): boolean
}
