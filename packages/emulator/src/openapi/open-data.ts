import { encodeFields, type Fields } from './protobuf.ts'

/**
 * ApiGetOpenDataByCloudId: the data that a phone exchanged for a cloudID. Here a cloudID is the data itself, written by
 * `wx.cloud.CloudID` of the emulator's client script as `emulator:<base64 JSON>`; others stand for an invented phone number.
 */
export const openData = (request: Fields): Buffer => {
  const ids = (request.get(2) ?? []).map(String)
  return encodeFields(
    ids.map(
      (id) =>
        [
          1,
          encodeFields([
            [1, id],
            [2, JSON.stringify(dataOf(id))],
          ]),
        ] as const,
    ),
  )
}

const dataOf = (cloudID: string): unknown => {
  const given = /^emulator:(.+)$/.exec(cloudID)?.[1]
  if (given !== undefined) return { cloudID, data: JSON.parse(Buffer.from(given, 'base64').toString('utf8')) }
  return { cloudID, data: { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' } }
}
