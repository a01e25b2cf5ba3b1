const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** So long a task waits in the hall, from the payment or from the moment it is wanted, whichever is later. */
export const openForMs = 30 * minuteMs

/** A task that is in somebody's hands for so long is the owner's to look at. */
export const overdueAfterMs = 48 * hourMs

/**
 * Delivered, and nobody says a word: confirmed after a day, the runner's money free after another. WeChat's own settlement
 * of deliveries within a city takes two days as well.
 */
export const autoConfirmAfterMs = 24 * hourMs
export const disputableForMs = 24 * hourMs

/** A buyer who cancels at once after somebody took it owes nothing. */
export const freeCancelForMs = 3 * minuteMs

/** A runner who has not picked it up by then cannot ask for anything when the buyer cancels. */
export const lateAfterMs = 60 * minuteMs
