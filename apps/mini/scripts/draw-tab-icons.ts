import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'

// Draws the icons of the tab bar, 81 × 81 as WeChat wants them: `tsx scripts/draw-tab-icons.ts`. WeChat takes PNG only there.

const size = 81
const folder = path.resolve(import.meta.dirname ?? '.', '../src/assets')
const quiet = [0x62, 0x60, 0x5b] as const
const chosen = [0x01, 0x7a, 0x3b] as const

type Point = readonly [number, number]
/** How far a point is from the line of a drawing; below half the pen it is ink. */
type Drawing = (x: number, y: number) => number

const pen = 5.5

const main = () => {
  mkdirSync(folder, { recursive: true })
  for (const [name, drawing] of Object.entries(drawings)) {
    writeFileSync(path.join(folder, `tab-${name}.png`), png(drawing, quiet))
    writeFileSync(path.join(folder, `tab-${name}-on.png`), png(drawing, chosen))
  }
}

const line = (...points: readonly Point[]): Drawing => {
  const pieces = points.slice(1).map((to, at) => [points[at] as Point, to] as const)
  return (x, y) => Math.min(...pieces.map(([from, to]) => distance(x, y, from, to)))
}

const arc = ([cx, cy]: Point, radius: number, upperHalfOnly = false): Drawing => {
  return (x, y) =>
    upperHalfOnly && y > cy
      ? Math.min(Math.hypot(x - cx + radius, y - cy), Math.hypot(x - cx - radius, y - cy))
      : Math.abs(Math.hypot(x - cx, y - cy) - radius)
}

const both =
  (...all: readonly Drawing[]): Drawing =>
  (x, y) =>
    Math.min(...all.map((one) => one(x, y)))

const distance = (x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number => {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
  const at = Math.max(0, Math.min(1, along))
  return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay))
}

const drawings: Readonly<Record<string, Drawing>> = {
  home: both(
    line([13, 38], [40.5, 14], [68, 38]),
    line([20, 35], [20, 66], [61, 66], [61, 35]),
    line([33, 66], [33, 48], [48, 48], [48, 66]),
  ),
  orders: both(
    line([19, 68], [19, 13], [62, 13], [62, 68], [51, 61], [40.5, 68], [30, 61], [19, 68]),
    line([30, 29], [51, 29]),
    line([30, 43], [51, 43]),
  ),
  me: both(arc([40.5, 27], 13.5), arc([40.5, 68], 26, true), line([14.5, 68], [66.5, 68])),
}

/** An RGBA picture with smooth edges. */
const png = (drawing: Drawing, [red, green, blue]: readonly [number, number, number]): Buffer => {
  const rows: Buffer[] = []
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 4)
    for (let x = 0; x < size; x++) {
      const ink = Math.max(0, Math.min(1, pen / 2 + 0.5 - drawing(x + 0.5, y + 0.5)))
      row.set([red, green, blue, Math.round(ink * 255)], 1 + x * 4)
    }
    rows.push(row)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

const crc32 = (bytes: Buffer): number => {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

main()
