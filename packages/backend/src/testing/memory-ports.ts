import { errandMemoryPorts } from './errand/errand-memory-ports.ts'
import { shopMemoryPorts } from './shop/shop-memory-ports.ts'

/** What each vertical's use cases need, in memory: one line per vertical that asks for something. */
export const memoryPorts = () => ({
  ...shopMemoryPorts(),
  ...errandMemoryPorts(),
})
