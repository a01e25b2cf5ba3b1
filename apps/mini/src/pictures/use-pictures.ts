import { useRef, useState } from 'react'
import { type Picked, pickPictures } from './pick-pictures.ts'
import { uploadPicture } from './upload-picture.ts'

/** WeChat's content check takes pictures up to 1 MB; evidence is not checked, but nobody waits for more than this. */
export const mostPictureBytes = 5_000_000

export interface AddedPicture {
  readonly path: string
  readonly state: 'uploading' | 'done' | 'failed'
  readonly fileId?: string
}

/** Pictures that a person adds to what they say. Each is on its way from the moment it is chosen. */
export const usePictures = (most = 3) => {
  const [added, setAdded] = useState<readonly (AddedPicture & { readonly picked: Picked })[]>([])
  const [tooLarge, setTooLarge] = useState(false)
  const picking = useRef(false)

  const upload = async (picked: Picked) => {
    const become = (state: AddedPicture['state'], fileId?: string) =>
      setAdded((now) =>
        now.map((one) => (one.picked === picked ? { ...one, state, ...(fileId !== undefined && { fileId }) } : one)),
      )
    become('uploading')
    try {
      become('done', await uploadPicture(picked))
    } catch {
      become('failed')
    }
  }
  const add = async () => {
    if (picking.current) return
    picking.current = true
    try {
      const chosen = await pickPictures(most - added.length)
      const fitting = chosen.filter(({ bytes }) => bytes <= mostPictureBytes)
      setTooLarge(fitting.length < chosen.length)
      setAdded((now) => [
        ...now,
        ...fitting.map((picked) => ({ path: picked.path, state: 'uploading' as const, picked })),
      ])
      await Promise.all(fitting.map(upload))
    } finally {
      picking.current = false
    }
  }
  return {
    most,
    added,
    tooLarge,
    add,
    again: (path: string) => {
      const one = added.find((picture) => picture.path === path && picture.state === 'failed')
      if (one !== undefined) void upload(one.picked)
    },
    remove: (path: string) => setAdded((now) => now.filter((one) => one.path !== path)),
    /** Something is still on its way: what is sent now would be without it. */
    waiting: added.some(({ state }) => state === 'uploading'),
    fileIds: added.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId])),
  }
}

export type Pictures = ReturnType<typeof usePictures>
