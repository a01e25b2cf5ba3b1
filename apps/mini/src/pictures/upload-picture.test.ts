import { afterEach, expect, test, vi } from 'vitest'

vi.mock('@tarojs/taro', () => ({ default: {} }))
const call = vi.fn(async () => ({ ok: true, data: { folder: 'evidence/7G' } }))
vi.mock('../pay.ts', () => ({ call }))
vi.mock('../platform/emulator-user.ts', () => ({ emulatorUser: () => '小林' }))
vi.stubGlobal('PAY_TRANSPORT', 'emulator')
vi.stubGlobal('PAY_API', 'http://emulator')
vi.stubEnv('TARO_ENV', 'h5')
const { uploadPicture } = await import('./upload-picture.ts')

const picked = { path: 'blob:1', bytes: 3, blob: new Blob(['abc']) }
const answering = (answer: Response) => {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => answer)
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => vi.clearAllMocks())

test('a picture goes up in its owner’s name and folder, asked for once, under a name that nobody can guess', async () => {
  const paths = new Set<string>()
  for (let turn = 0; turn < 20; turn++) {
    const fetched = answering(Response.json({ fileID: 'cloud://env.bucket/a.jpg' }))
    expect(await uploadPicture(picked)).toBe('cloud://env.bucket/a.jpg')
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toMatch(/^http:\/\/emulator\/client\/file\/evidence\/7G\/[\w-]{16,}\.jpg$/)
    expect(init?.headers).toEqual({ 'x-emulator-user': encodeURIComponent('小林') })
    paths.add(String(url))
  }
  expect(paths.size).toBe(20)
  expect(call).toHaveBeenCalledTimes(1)
})

test('a storage that refuses, or names no file, has nothing', async () => {
  answering(new Response('full', { status: 507 }))
  await expect(uploadPicture(picked)).rejects.toThrow('HTTP 507')
  answering(Response.json({}))
  await expect(uploadPicture(picked)).rejects.toThrow('named no file')
})
