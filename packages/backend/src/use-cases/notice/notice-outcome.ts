/**
 * What becomes of a notice. WeChat repeats it until it is acknowledged, so acknowledged is only what is committed, or
 * kept for a person.
 */
export type NoticeOutcome = 'acknowledged' | 'repeat' | 'refused'
