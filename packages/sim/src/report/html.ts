/** Text of ours or of a failure, safe in a page. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '')

export const whole = (number: number): string => Math.round(number).toLocaleString('en-US')
