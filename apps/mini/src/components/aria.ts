interface Said {
  readonly role?: 'button' | 'dialog' | 'alert' | 'status' | 'img'
  /** What is read instead of the content. */
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  /** One of several, chosen or not. */
  readonly selected?: boolean | undefined
  /** Drawn for the eye only. */
  readonly hidden?: true
}

/** What a screen reader is told, in the platform's attributes. On weapp config/aria has to know each of them. */
export const aria = ({ role, label, disabled, selected, hidden }: Said): Readonly<Record<string, string>> => ({
  ...(role !== undefined && (process.env.TARO_ENV === 'h5' ? { role } : { 'aria-role': role })),
  ...(label !== undefined && { 'aria-label': label }),
  ...(disabled && { 'aria-disabled': 'true' }),
  ...(selected !== undefined && {
    [process.env.TARO_ENV === 'h5' && role === 'button' ? 'aria-pressed' : 'aria-selected']: String(selected),
  }),
  ...(hidden && { 'aria-hidden': 'true' }),
})
