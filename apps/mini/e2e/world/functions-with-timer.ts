import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A copy of the built functions whose timer rings by another cron, such as every six hours: a story that lasts weeks would
 * otherwise ring it twenty thousand times.
 */
export const functionsWithTimer = async (functions: string, cron: string) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'taropay-functions-'))
  await cp(functions, folder, { recursive: true })
  const file = path.join(folder, 'housekeeping/config.json')
  const config = JSON.parse(await readFile(file, 'utf8')) as { triggers: readonly object[] }
  await writeFile(
    file,
    JSON.stringify({ ...config, triggers: config.triggers.map((one) => ({ ...one, config: cron })) }),
  )
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
