/** Contract suites: one per port, run on every adapter. And a whole shop in memory to test use cases with. */
export { holdStoreContract } from './hold-store-contract.ts'
export { type Fate, withFates } from './lose-answers.ts'
export { buyer, line, type MemoryWorld, memoryWorld, requestId, stranger, testGoods } from './memory-world.ts'
export { orderStoreContract } from './order-store-contract.ts'
export { cancelled, noonMs, sampleOrder } from './sample-orders.ts'
export { smallStoresContract } from './small-stores-contract.ts'
