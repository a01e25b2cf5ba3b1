import type { Files } from '../../ports/files.ts'
import type { WxCloud } from './wx-cloud.ts'
import { troubleOf } from './wx-error.ts'

/** Files in the cloud storage. https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html */
export const wxFiles = (cloud: Pick<WxCloud, 'getTempFileURL' | 'getWXContext'>): Files => ({
  get envId() {
    return String(cloud.getWXContext().ENV ?? '')
  },
  async addressesOf(fileIds) {
    if (fileIds.length === 0) return new Map()
    try {
      const { fileList } = await cloud.getTempFileURL({ fileList: fileIds.slice(0, 50) })
      return new Map(
        fileList.flatMap(({ fileID, tempFileURL }) => (tempFileURL === '' ? [] : [[fileID, tempFileURL] as const])),
      )
    } catch (error) {
      throw troubleOf('files', error)
    }
  },
})
