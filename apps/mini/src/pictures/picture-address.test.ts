import { afterEach, expect, test, vi } from 'vitest'
import { pictureAddress } from './picture-address.ts'

afterEach(() => vi.unstubAllGlobals())

const fileId = 'cloud://env.6465-env-1300000000/shop/龙井 1.svg'
const withTransport = (transport: string) => {
  vi.stubGlobal('PAY_TRANSPORT', transport)
  vi.stubGlobal('PAY_API', 'http://emulator')
}

test('the emulator serves a file of the storage at an address', () => {
  withTransport('emulator')
  expect(pictureAddress(fileId)).toBe('http://emulator/storage/shop/%E9%BE%99%E4%BA%95%201.svg')
})

test('WeChat takes the file id as it is', () => {
  withTransport('cloud')
  expect(pictureAddress(fileId)).toBe(fileId)
})

test('what is an address already stays one', () => {
  withTransport('emulator')
  for (const address of ['https://a.example/cloud://x.png', 'data:image/svg+xml,%3Csvg/%3E', ''])
    expect(pictureAddress(address)).toBe(address)
})
