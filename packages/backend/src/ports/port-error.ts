/**
 * The platform did not answer, or answered that it is in trouble: whether it acted is not known. Everything that meets one
 * reads again and decides again; a person gets BUSY. Any other error that a port throws is a bug.
 */
export class PortError extends Error {
  override readonly name = 'PortError'
  readonly port: string

  constructor(port: string, message: string, options?: ErrorOptions) {
    super(`${port}: ${message}`, options)
    this.port = port
  }
}
