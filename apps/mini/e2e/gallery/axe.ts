import { startWorld } from '../world/world.ts'
import { faultsOf, makeScenes } from './faults-of.ts'

/** Every page in every state, in light and in dark, before axe: `pnpm axe [part of a page's name]`. */
const main = async (only = '') => {
  const world = await startWorld({ timer: '0 0 * * * * *' })
  try {
    const scenes = (await makeScenes(world)).filter(({ page }) => page.includes(only))
    const faults = await faultsOf(world, scenes, ({ page, state }, found) => {
      console.log(`${found.length === 0 ? '✔' : '✘'} ${page}: ${state}`)
      for (const fault of found) console.log(`  ${fault}`)
    })
    console.log(`\n${scenes.length} scenes, ${faults.length} serious faults`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await world.end()
  }
}

process.exitCode = await main(process.argv[2])
