/** Contract suites: one per port, run on every adapter. And a whole shop in memory to test use cases with. */

export { type ErrandStores, errandStoresContract } from './errand-stores-contract.ts'
export { type FakeXpay, fakeXpay } from './fake-xpay.ts'
export { type GatewayWorld, gatewayContract } from './gateway-contract.ts'
export { holdStoreContract } from './hold-store-contract.ts'
export { type Fate, withFates } from './lose-answers.ts'
export { buyer, line, type MemoryWorld, memoryWorld, requestId, stranger, testGoods } from './memory-world.ts'
export { orderStoreContract } from './order-store-contract.ts'
export { cancelled, noonMs, sampleOrder } from './sample-orders.ts'
export { approvedRunner, lake, openTask } from './sample-task.ts'
export { smallStoresContract } from './small-stores-contract.ts'
export { type TipStores, tipStoresContract } from './tip-stores-contract.ts'
export { type TipWorld, tipWorld } from './tip-world.ts'
