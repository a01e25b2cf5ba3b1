/** One user's phone, whatever draws it: a browser today, a mini-program host another day. Stories know only this. */
export interface Phone {
  readonly user: string
  /** Opens a page of the mini-program by its route, such as `/pages/home/index`; without one, the app as it starts. */
  open(route?: string): Promise<void>
  /** Waits until this text can be read on the page. */
  sees(text: string | RegExp): Promise<void>
  /** Waits until this text can no longer be read on the page. */
  seesNo(text: string | RegExp): Promise<void>
  /** Taps what carries this text or label, in the card of this title where several carry it. */
  tap(text: string | RegExp, card?: string): Promise<void>
  /** Two taps as fast as a finger can. */
  doubleTap(text: string | RegExp): Promise<void>
  /** Fills in the field of this label or hint, in the card of this title where several have it. */
  type(label: string, text: string, card?: string): Promise<void>
  /** Fills in the field of this label or hint and confirms it on the keyboard, as one searches. */
  search(label: string, text: string): Promise<void>
  /** Scrolls to where the page ends now. */
  toEnd(): Promise<void>
  /** Of how many elements the page is made that is shown now. */
  nodes(): Promise<number>
  /** What stands beside this label, as a number to tell somebody. */
  reads(label: string): Promise<string>
  /** The route that is shown now. */
  route(): Promise<string>
  /** The user leaves the app for another one, and comes back to it. */
  leaveAndReturn(): Promise<void>
  /** From now on this phone has no network, a slow one, or a good one again. */
  network(state: 'none' | 'slow' | 'good'): Promise<void>
  /** A picture of the screen, kept with the test's artefacts. */
  picture(name: string): Promise<void>
  /** The cashier that WeChat has opened on this phone. */
  readonly cashier: Cashier
  close(): Promise<void>
}

/** What a person can do at WeChat's cashier, and what then becomes of the notice to the merchant. */
export interface Cashier {
  /** Waits until it shows, with this amount such as `¥19.90` where given. */
  shows(amount?: string): Promise<void>
  notice(kind: 'normal' | 'lost' | 'late' | 'five'): Promise<void>
  pay(): Promise<void>
  cancel(): Promise<void>
  payAndNeverReturn(): Promise<void>
  payButReportFail(): Promise<void>
  wrongPasswordThenPay(): Promise<void>
  /** Closes the cashier if it is still open, as after a refusal. */
  leave(): Promise<void>
}
