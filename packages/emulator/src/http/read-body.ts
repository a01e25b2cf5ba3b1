import type { IncomingMessage } from 'node:http'
import { HttpError } from '../service.ts'

// A document is 16 MB at most and an answer of a function 6 MB; beyond that a request is a mistake.
export const bodyLimit = 20 * 1024 * 1024

/** The whole body. Throws HttpError 413 beyond `limit` bytes, without keeping what it read. */
export const readBody = (request: IncomingMessage, limit = bodyLimit): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else {
        chunks.length = 0
        reject(new HttpError(413, `the body is larger than ${limit} bytes`))
      }
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => reject(new HttpError(400, 'the connection closed before the body ended')))
  })
