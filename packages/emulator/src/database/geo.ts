import { queryRefused } from './database-errors.ts'
import { isPlainObject, type Value } from './values.ts'

export type Position = readonly [longitude: number, latitude: number]

// The radius that MongoDB uses for spheres, metres.
const earthRadius = 6378100

/** Great-circle distance in metres. */
export const distance = (a: Position, b: Position): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = radians(b[1] - a[1])
  const dLng = radians(b[0] - a[0])
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLng / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The position of a GeoJSON point (or legacy pair), undefined for anything else. */
export const pointOf = (value: Value): Position | undefined => {
  const pair = isPlainObject(value) && value.type === 'Point' ? value.coordinates : value
  return isPosition(pair) ? pair : undefined
}

export const geoNear = (operand: Value) => {
  const { near, min, max } = nearOptions(operand)
  return (value: Value) => {
    const point = pointOf(value)
    if (point === undefined) return false
    const metres = distance(point, near)
    return metres >= min && metres <= max
  }
}

export const nearOptions = (operand: Value): { near: Position; min: number; max: number } => {
  if (!isPlainObject(operand)) throw queryRefused('$nearSphere needs a document')
  const near = pointOf(operand.$geometry)
  if (near === undefined) throw queryRefused('$nearSphere requires a point')
  const { $minDistance: min, $maxDistance: max } = operand
  return { near, min: typeof min === 'number' ? min : 0, max: typeof max === 'number' ? max : Infinity }
}

/** The corners of shapes are joined by straight lines in degrees: right for a town, not for a continent. */
export const geoWithin = (operand: Value) => {
  if (isPlainObject(operand) && Array.isArray(operand.$centerSphere)) {
    const [center, radius] = operand.$centerSphere
    const near = pointOf(center)
    if (near === undefined || typeof radius !== 'number') throw queryRefused('malformed $centerSphere')
    return (value: Value) => {
      const positions = positionsOf(value)
      return positions.length > 0 && positions.every((position) => distance(position, near) <= radius * earthRadius)
    }
  }
  const polygons = polygonsOf(isPlainObject(operand) ? operand.$geometry : undefined)
  if (polygons === undefined) throw queryRefused('$geoWithin needs a Polygon or MultiPolygon')
  return (value: Value) => {
    const positions = positionsOf(value)
    return (
      positions.length > 0 && positions.every((position) => polygons.some((polygon) => isInside(position, polygon)))
    )
  }
}

export const geoIntersects = (operand: Value) => {
  const geometry = isPlainObject(operand) ? operand.$geometry : undefined
  if (positionsOf(geometry).length === 0) throw queryRefused('$geoIntersects needs a $geometry')
  return (value: Value) => positionsOf(value).length > 0 && intersects(value, geometry)
}

type Ring = readonly Position[]

const intersects = (a: Value, b: Value): boolean => {
  const touches = (one: Value, other: Value) =>
    (polygonsOf(other) ?? []).some((polygon) => positionsOf(one).some((position) => isInside(position, polygon)))
  if (touches(a, b) || touches(b, a)) return true
  const [aLines, bLines] = [segmentsOf(a), segmentsOf(b)]
  if (aLines.some((one) => bLines.some((other) => crosses(one, other)))) return true
  const onLine = (positions: readonly Position[], lines: readonly Segment[]) =>
    positions.some((position) => lines.some((line) => isOn(position, line)))
  if (onLine(positionsOf(a), bLines) || onLine(positionsOf(b), aLines)) return true
  return positionsOf(a).some((one) => positionsOf(b).some((other) => one[0] === other[0] && one[1] === other[1]))
}

const polygonsOf = (geometry: Value): readonly (readonly Ring[])[] | undefined => {
  if (!isPlainObject(geometry)) return undefined
  if (geometry.type === 'Polygon') return [geometry.coordinates as readonly Ring[]]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as readonly (readonly Ring[])[]
  return undefined
}

const positionsOf = (geometry: Value): readonly Position[] => {
  if (isPosition(geometry)) return [geometry]
  if (!isPlainObject(geometry) || !Array.isArray(geometry.coordinates)) return []
  return flatten(geometry.coordinates)
}

const flatten = (coordinates: Value): readonly Position[] =>
  isPosition(coordinates) ? [coordinates] : Array.isArray(coordinates) ? coordinates.flatMap(flatten) : []

type Segment = readonly [Position, Position]

const segmentsOf = (geometry: Value): readonly Segment[] => {
  if (!isPlainObject(geometry) || geometry.type === 'Point' || geometry.type === 'MultiPoint') return []
  const lines = (coordinates: Value): readonly Ring[] =>
    Array.isArray(coordinates) && isPosition(coordinates[0])
      ? [coordinates as unknown as Ring]
      : Array.isArray(coordinates)
        ? coordinates.flatMap(lines)
        : []
  return lines(geometry.coordinates).flatMap((line) =>
    line.slice(1).map((position, index): Segment => [line[index] as Position, position]),
  )
}

/** Inside the outer ring and in none of the holes; the border counts as inside. */
const isInside = (position: Position, [outer, ...holes]: readonly Ring[]): boolean =>
  outer !== undefined &&
  (onRing(position, outer) || (inRing(position, outer) && !holes.some((hole) => inRing(position, hole))))

const onRing = (position: Position, ring: Ring) =>
  ring.slice(1).some((corner, index) => isOn(position, [ring[index] as Position, corner]))

const inRing = ([x, y]: Position, ring: Ring): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Position
    const [xj, yj] = ring[j] as Position
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

const turn = (a: Position, b: Position, c: Position) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const crosses = ([a, b]: Segment, [c, d]: Segment) => turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)

const isOn = (p: Position, [a, b]: Segment) =>
  turn(a, b, p) === 0 &&
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

const isPosition = (value: Value): value is Position =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number' && Number.isFinite(part))
