import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Emulator } from '../emulator.ts'
import { loadSdk, sdkVersions } from '../testing/sdk.ts'
import { checkPath } from './file-id.ts'

describe.each(sdkVersions)('storage on wx-server-sdk $version', ({ module }) => {
  const emulator = new Emulator({ quiet: true })
  let cloud: ReturnType<typeof loadSdk>
  beforeAll(async () => {
    cloud = loadSdk(module, await emulator.ready())
  })
  beforeEach(() => emulator.reset())
  afterAll(() => emulator.dispose())

  const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 0xe8, 0x8c, 0xb6])

  it('gives back the bytes that were uploaded, at an address too', async () => {
    const { fileID } = (await cloud.uploadFile({ cloudPath: 'tea/茶 1.png', fileContent: bytes })) as { fileID: string }
    expect(fileID).toMatch(/^cloud:\/\/emulator-.*\/tea\/茶 1\.png$/)
    const { fileContent } = (await cloud.downloadFile({ fileID })) as { fileContent: Buffer }
    expect(Buffer.compare(fileContent, bytes)).toBe(0)
    const { fileList } = (await cloud.getTempFileURL({ fileList: [fileID] })) as { fileList: { tempFileURL: string }[] }
    const response = await fetch(fileList[0]?.tempFileURL ?? '')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytes)).toBe(0)
  })

  it('deletes, and says what is not there', async () => {
    const { fileID } = (await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: bytes })) as { fileID: string }
    const gone = fileID.replace('a.txt', 'b.txt')
    const { fileList } = (await cloud.deleteFile({ fileList: [fileID, gone] })) as { fileList: { status: number }[] }
    expect(fileList.map(({ status }) => status)).toEqual([0, -503003])
    const outcome = await (cloud.downloadFile({ fileID }) as Promise<unknown>).catch(
      (error: { errMsg: string }) => error.errMsg,
    )
    expect(outcome).toMatch(/downloadFile:fail/)
  })
})

describe('a path', () => {
  it.each(['', '/a', 'a//b', '../a', 'a/../b', 'a\nb', 7, 'x'.repeat(851)])('%j is refused', (path) => {
    expect(() => checkPath(path)).toThrow(/not a valid cloudPath/)
  })
})
