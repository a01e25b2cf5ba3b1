/** `1 item`, `2 items`; for English only. */
export const plural = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
