import { type Err, err, type OpenId } from '@pay/core'
import type { Deps } from '../../deps.ts'
import { numberFor } from '../../order-no.ts'

/** Everything that people upload, and nothing else, stands below this folder. */
const root = 'evidence'

/** One folder for each person: the name tells nothing of the openid, and is hard to guess from outside. */
export const uploadFolder = (owner: OpenId): string => `${root}/${numberFor('folder', owner)}`

/**
 * Why these pictures cannot be taken; `undefined`: they can. Our functions may read the whole storage and show what an
 * order names, so an order must not name what its writer did not bring.
 */
export const pictureTrouble = (
  { files }: Pick<Deps, 'files'>,
  owner: OpenId,
  field: string,
  fileIds: readonly string[],
): Err<{ readonly code: 'BAD_INPUT'; readonly path: string; readonly message: string }> | undefined => {
  const at = fileIds.findIndex((fileId) => !isBelow(pathOf(files.envId, fileId), uploadFolder(owner)))
  if (at === -1) return undefined
  return err({ code: 'BAD_INPUT', path: `${field}.${at}`, message: "takes a file id of the caller's own folder" })
}

/** Whether it was uploaded by somebody as a picture: only such are ever shown. */
export const isUploaded = ({ files }: Pick<Deps, 'files'>, fileId: string): boolean =>
  isBelow(pathOf(files.envId, fileId), root)

const isBelow = (path: string | undefined, folder: string): boolean =>
  path?.startsWith(`${folder}/`) === true && !path.split('/').includes('..')

/** `undefined`: of another environment, or no file id. */
const pathOf = (envId: string, fileId: string): string | undefined => {
  const [, env, path] = /^cloud:\/\/([^./]+)\.[^/]+\/(.+)$/.exec(fileId) ?? []
  return env === envId ? path : undefined
}
