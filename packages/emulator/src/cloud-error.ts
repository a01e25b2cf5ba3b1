/** A refusal of the cloud, as the SDK expects it: HTTP 200 with a string `code` and a `message`. */
export class CloudError extends Error {
  override readonly name = 'CloudError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
