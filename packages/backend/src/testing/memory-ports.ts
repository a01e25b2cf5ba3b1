import { errandMemoryPorts } from './errand/errand-memory-ports.ts'
import { shopMemoryPorts } from './shop/shop-memory-ports.ts'

/** What each vertical's use cases need, in memory. */
export const memoryPorts = () => ({
  // One line per vertical that asks for something.
  ...shopMemoryPorts(),
  ...errandMemoryPorts(),
})
