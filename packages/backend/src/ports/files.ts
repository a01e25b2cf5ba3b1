/** Pictures of after-sales and disputes. The client puts them into the storage, documents hold their ids. */
export interface Files {
  /** Where each can be read for an hour or two. What is gone is left out. One request, 50 at most. */
  addressesOf(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
