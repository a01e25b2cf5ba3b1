/** Pictures of after-sales and disputes. The client puts them into the storage, documents hold their ids. */
export interface Files {
  /** The environment whose storage this is: `cloud://<envId>.<bucket>/<path>`. */
  readonly envId: string
  /** Where each can be read for an hour or two. What is gone is left out. One request, 50 at most. */
  addressesOf(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}
