/** JSON to read: indented, long texts cut by the box and not by us. */
export const JsonView = ({ value, label }: { value: unknown; label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  <section class="json" aria-label={label} tabIndex={0}>
    <pre>{value === undefined ? '—' : JSON.stringify(value, null, 2)}</pre>
  </section>
)
