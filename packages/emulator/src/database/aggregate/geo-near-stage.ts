import { queryRefused } from '../database-errors.ts'
import { editPath } from '../edit-path.ts'
import { distance, pointOf } from '../geo.ts'
import { compileQuery } from '../match.ts'
import { valueAt } from '../paths.ts'
import { type Doc, isPlainObject } from '../values.ts'

/** `$geoNear`: documents by distance from a point, metres in `distanceField`. */
export const geoNearStage = (docs: readonly Doc[], spec: Doc): readonly Doc[] => {
  const { distanceField, key, query, includeLocs } = spec
  const near = pointOf(spec.near)
  if (near === undefined || typeof distanceField !== 'string')
    throw queryRefused('$geoNear requires a point in "near" and a "distanceField"')
  const matches = isPlainObject(query) ? compileQuery(query) : () => true
  const least = typeof spec.minDistance === 'number' ? spec.minDistance : 0
  const most = typeof spec.maxDistance === 'number' ? spec.maxDistance : Infinity
  const factor = typeof spec.distanceMultiplier === 'number' ? spec.distanceMultiplier : 1
  const limit = [spec.limit, spec.num].find((value) => typeof value === 'number') as number | undefined
  const found = docs.flatMap((doc) => {
    const place = typeof key === 'string' ? valueAt(doc, key) : Object.values(doc).find((value) => pointOf(value))
    const point = pointOf(place)
    if (point === undefined || !matches(doc)) return []
    const metres = distance(point, near)
    return metres >= least && metres <= most ? [{ doc, metres, place }] : []
  })
  found.sort((a, b) => a.metres - b.metres)
  return found.slice(0, limit).map(({ doc, metres, place }) => {
    const out = editPath(doc, distanceField, () => metres * factor)
    return typeof includeLocs === 'string' ? editPath(out, includeLocs, () => place) : out
  })
}
