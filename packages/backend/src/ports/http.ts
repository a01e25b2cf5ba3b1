/** One HTTP request to a service outside. Throws a PortError when no whole answer came in time: whether it was heard is not known. */
export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  /** May hold secrets: it belongs in no log and no error. */
  readonly url: string
  /** The very bytes that were signed. */
  readonly body?: string
  readonly timeoutMs: number
}

export interface HttpAnswer {
  readonly status: number
  readonly body: string
}
