/** Whose pages this app shows, in this order. Who they are and what they take is in the collection `creators`. */
export const creatorIds: readonly string[] = ['xiaozhou', 'laochen']
