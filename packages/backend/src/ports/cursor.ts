/** Where a page ended: the sorted moment and the number that breaks ties. Travels to the client and back as one word. */
export interface Place {
  readonly atMs: number
  readonly id: string
}

export const cursorOf = (place: Place): string => `${place.atMs}_${place.id}`

/** `undefined` for what we never gave out. */
export const placeOf = (cursor: string): Place | undefined => {
  const match = /^(\d{1,15})_([0-9A-Za-z_|*-]{1,96})$/.exec(cursor)
  return match === null ? undefined : { atMs: Number(match[1]), id: match[2] as string }
}
