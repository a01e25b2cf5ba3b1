import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startWorld, type World } from '../world/world.ts'
import { makeScenes } from './faults-of.ts'
import { enact, type Scene } from './scene.ts'
import { type Shot, writeIndex } from './write-index.ts'

const folder = path.resolve(import.meta.dirname, '../../../../.artifacts/gallery')

/** Every scene is drawn on both widths: by day, in the dark and with large words. */
const looks = {
  'light 375': { width: 375 },
  'light 430': { width: 430 },
  'dark 375': { width: 375, dark: true },
  'dark 430': { width: 430, dark: true },
  'large 375': { width: 375, scale: 1.4 },
  'large 430': { width: 430, scale: 1.4 },
} as const

type LookName = keyof typeof looks

/** Every page in its states, as pictures and as one page to look at: `pnpm gallery [page] [look]`, a pattern each. */
const main = async (onlyPage = '', onlyLook = '') => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const world = await startWorld({ timer: '0 0 * * * * *' })
  try {
    const wanted = (await makeScenes(world)).filter(({ page }) => new RegExp(onlyPage).test(page))
    const shots: Shot[] = []
    const failures: string[] = []
    for (const [at, scene] of wanted.entries()) {
      const drawn = await Promise.all(
        looksOf(onlyLook).map((look) => shoot(world, scene, look).catch((error) => failed(error))),
      )
      for (const one of drawn) if (typeof one === 'string') failures.push(`${scene.page}, ${scene.state}: ${one}`)
      shots.push(...drawn.filter((one) => typeof one !== 'string'))
      console.log(`${at + 1}/${wanted.length} ${scene.page}: ${scene.state}`)
    }
    const index = path.join(folder, 'index.html')
    await writeIndex(world, index, shots)
    console.log(`\n${shots.length} pictures: ${index}`)
    for (const failure of failures) console.log(`✘ ${failure}`)
    return failures.length === 0 ? 0 : 1
  } finally {
    await world.end()
  }
}

const looksOf = (only: string): readonly LookName[] =>
  (Object.keys(looks) as LookName[]).filter((look) => new RegExp(only).test(look))

const shoot = async (world: World, scene: Scene, look: LookName): Promise<Shot> => {
  const phone = await world.phone(scene.user, looks[look])
  try {
    await enact(phone, scene)
    const picture = await phone.fullPicture()
    const file = `${[scene.page, scene.state, look].join('.').replaceAll(' ', '-')}.png`
    await writeFile(path.join(folder, file), picture)
    return { page: scene.page, state: scene.state, look, file, picture }
  } finally {
    await phone.close()
  }
}

const failed = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)

process.exitCode = await main(...process.argv.slice(2))
