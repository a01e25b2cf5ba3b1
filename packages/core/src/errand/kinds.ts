/** 帮取, 帮送, 帮买, 帮办: what a runner can be asked for. */
export const errandKinds = ['fetch', 'send', 'buy', 'do'] as const
export type ErrandKind = (typeof errandKinds)[number]

/** Something is handed over at the first place, by a person who knows the pick-up code. */
export const hasPickupCode = (kind: ErrandKind): boolean => kind === 'fetch' || kind === 'send'

/** Has a first place that differs from the last; for 帮买 it is the shop, and may be left to the runner. */
export const needsFrom = (kind: ErrandKind): boolean => kind === 'fetch' || kind === 'send'
