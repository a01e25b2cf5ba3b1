declare const brand: unique symbol

/** A value that looks like its base type and cannot be mixed up with another brand of it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
