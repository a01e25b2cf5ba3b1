/// <reference lib="dom" />
import { get } from './api.ts'
import { t } from './lang.ts'
import { useFresh } from './live.ts'

interface StoredFile {
  readonly path: string
  readonly size: number
  readonly contentType: string
  readonly fileID: string
  readonly url: string
}

/** The files in cloud storage, pictures as pictures. */
export const Storage = ({ stamp }: { stamp: unknown }) => {
  const { value, error } = useFresh(() => get<readonly StoredFile[]>('storage'), stamp)
  return (
    <section aria-label={t('存储', 'Storage')}>
      {error !== '' && (
        <p class="problem" role="alert">
          {error}
        </p>
      )}
      {value?.length === 0 && <p class="empty">{t('还没有上传文件。', 'Nothing was uploaded yet.')}</p>}
      {value !== undefined && value.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('文件', 'File')}</th>
              <th>{t('类型', 'Type')}</th>
              <th class="number">{t('大小', 'Size')}</th>
              <th>fileID</th>
            </tr>
          </thead>
          <tbody>
            {value.map((file) => (
              <tr key={file.path}>
                <td>
                  <a href={file.url} target="_blank" rel="noreferrer">
                    {file.path}
                  </a>
                  {file.contentType.startsWith('image/') && <img class="thumb" src={file.url} alt={file.path} />}
                </td>
                <td>{file.contentType}</td>
                <td class="number">{sizeOf(file.size)}</td>
                <td>
                  <code>{file.fileID}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const sizeOf = (bytes: number) => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`)
