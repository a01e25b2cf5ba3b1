import { creators } from './creators.ts'

/** The documents of a new deployment that takes tips, as its stores write them. */
export const tipSeed = () => ({
  creators: creators.map((creator, rank) => ({ _id: creator.creatorId, rank, creator })),
})
