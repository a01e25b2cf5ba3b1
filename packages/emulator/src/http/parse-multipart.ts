import { HttpError } from '../service.ts'

/** The fields of a multipart/form-data body as bytes; the SDK sends protobuf in them, so they must not become text. */
export const parseMultipart = (bytes: Buffer, contentType: string): Map<string, Buffer> => {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw new HttpError(400, 'multipart body without a boundary')
  const parts = new Map<string, Buffer>()
  const delimiter = Buffer.from(`--${boundary}`)
  let start = bytes.indexOf(delimiter)
  while (start !== -1) {
    const end = bytes.indexOf(delimiter, start + delimiter.length)
    if (end === -1) break
    const headEnd = bytes.indexOf('\r\n\r\n', start)
    if (headEnd !== -1 && headEnd < end) {
      const head = bytes.subarray(start, headEnd).toString('utf8')
      const name = /name="([^"]*)"/i.exec(head)?.[1]
      // The two bytes before the next delimiter are its line break.
      if (name !== undefined) parts.set(name, bytes.subarray(headEnd + 4, end - 2))
    }
    start = end
  }
  return parts
}
