/** Something that has hurt somebody, with its name for the report. */
export type Hostile = readonly [name: string, value: unknown]
