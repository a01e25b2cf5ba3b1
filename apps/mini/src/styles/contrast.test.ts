import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

// What stands on what in the styles. Text needs 4.5:1: https://www.w3.org/TR/WCAG21/#contrast-minimum
const pairs: Readonly<Record<string, readonly string[]>> = {
  text: ['ground', 'surface', 'fill'],
  'text-quiet': ['ground', 'surface', 'fill', 'brand-soft'],
  'brand-text': ['ground', 'surface', 'brand-soft'],
  'on-brand': ['brand'],
  price: ['ground', 'surface'],
  warn: ['surface', 'warn-soft'],
  danger: ['ground', 'surface', 'danger-soft'],
}

const tokens = readFileSync(path.join(import.meta.dirname, 'tokens.scss'), 'utf8')
const theme = JSON.parse(readFileSync(path.join(import.meta.dirname, '../theme.json'), 'utf8'))

for (const look of ['light', 'dark'] as const) {
  const block = tokens.split(`@mixin ${look} {`)[1]?.split('\n}')[0] ?? ''
  const colours = Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )

  test(`${look}: every text can be read on every ground it stands on`, () => {
    for (const [ink, grounds] of Object.entries(pairs))
      for (const ground of grounds)
        expect(contrast(colours[ink], colours[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  test(`${look}: a large sign stands out`, () => {
    expect(contrast(colours.star, colours.surface)).toBeGreaterThanOrEqual(3)
  })

  test(`${look}: so can the tab bar, which WeChat draws in the same ground colours`, () => {
    const { tabText, tabSelected, tabGround, ground } = theme[look]
    expect(contrast(tabText, tabGround)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tabSelected, tabGround)).toBeGreaterThanOrEqual(4.5)
    expect([tabGround, ground]).toEqual([colours.surface, colours.ground])
  })
}

const contrast = (a = '', b = ''): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
