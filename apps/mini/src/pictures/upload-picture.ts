import { newRequestId } from '@pay/client'
import Taro from '@tarojs/taro'
import { order } from '../contracts.ts'
import { call } from '../pay.ts'
import { emulatorUser } from '../platform/emulator-user.ts'
import type { Picked } from './pick-pictures.ts'

/** Puts a picture into the cloud storage and gives its file id; throws when it did not arrive. */
export const uploadPicture = async (picked: Picked): Promise<string> =>
  upload(`${await ownFolder()}/${newRequestId(Date.now(), Math.random)}.jpg`, picked)

/** Not async: what is compiled to a state machine keeps the branches that a constant rules out. */
const upload = (cloudPath: string, picked: Picked): Promise<string> => {
  if (PAY_TRANSPORT === 'cloud')
    return Taro.cloud.uploadFile({ cloudPath, filePath: picked.path }).then(({ fileID }) => fileID)
  if (PAY_TRANSPORT === 'emulator') return toEmulator(cloudPath, picked)
  throw new Error('this build has no storage')
}

/** The server takes pictures of one's own folder only, and says which that is; asked once. */
const ownFolder = async (): Promise<string> => {
  if (folder === undefined) {
    const answer = await call(order, 'uploads', {})
    if (!answer.ok) throw new Error(`no folder: ${answer.error.code}`)
    folder = answer.data.folder
  }
  return folder
}

let folder: string | undefined

/** `wx.cloud.uploadFile` of the emulator: the bytes are the body. */
const toEmulator = async (cloudPath: string, { path, blob }: Picked): Promise<string> => {
  const url = `${PAY_API}/client/file/${cloudPath}`
  const header = { 'x-emulator-user': encodeURIComponent(emulatorUser()) }
  if (process.env.TARO_ENV === 'h5') {
    const answer = await fetch(url, { method: 'PUT', headers: header, body: blob ?? null })
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    return fileIdIn(await answer.json())
  }
  const data = Taro.getFileSystemManager().readFileSync(path) as ArrayBuffer
  return fileIdIn((await Taro.request({ url, method: 'PUT', header, data })).data)
}

const fileIdIn = (answer: unknown): string => {
  const { fileID } = answer as { readonly fileID?: unknown }
  if (typeof fileID !== 'string') throw new Error('the storage named no file')
  return fileID
}
