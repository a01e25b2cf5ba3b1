import type { Collection } from '../collection.ts'
import { compareValues } from '../compare.ts'
import { notEmulated, queryRefused } from '../database-errors.ts'
import { editPath, removed } from '../edit-path.ts'
import { compileQuery } from '../match.ts'
import type { Operations } from '../operations.ts'
import { reach, valueAt } from '../paths.ts'
import { compareBy, parseSort } from '../sort.ts'
import { resolveServerDates } from '../update.ts'
import { type Doc, isPlainObject, type Value } from '../values.ts'
import { runMingoStage, type Variables } from './expressions.ts'
import { geoNearStage } from './geo-near-stage.ts'

export interface Stage {
  readonly key: string
  readonly value: Value
}

export interface PipelineContext {
  readonly operations: Operations
  readonly collection: (name: unknown) => Collection
  readonly nowMs: number
  readonly variables?: Variables
}

/** Runs an aggregation. A first `$match` uses indexes; stages that the cloud does not document are refused by name. */
export const runPipeline = async (
  from: Collection,
  stages: readonly Stage[],
  context: PipelineContext,
): Promise<readonly Doc[]> => {
  const [first] = stages
  const matchFirst = first?.key === '$match'
  const query = matchFirst ? (resolveServerDates(asDoc(first.key, first.value), context.nowMs) as Doc) : {}
  let docs: readonly Doc[] = usesExpr(query)
    ? context.operations.find(from, { query: {} }).filter(compileQuery(query, context.variables))
    : context.operations.find(from, { query })
  for (const stage of matchFirst ? stages.slice(1) : stages) docs = await runStage(docs, stage, context)
  return docs
}

const runStage = async (docs: readonly Doc[], stage: Stage, context: PipelineContext): Promise<readonly Doc[]> => {
  const { key } = stage
  const value = resolveServerDates(stage.value, context.nowMs)
  const own = Object.hasOwn(ownStages, key) ? ownStages[key] : undefined
  if (own !== undefined) return own(docs, value, context)
  if (key === '$lookup') return lookup(docs, asDoc(key, value), context)
  if (mingoStages.has(key)) return runMingoStage(docs, { [key]: value }, context.variables) as readonly Doc[]
  throw notEmulated(`the aggregation stage ${key}`)
}

// The rest of what https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/aggregate/ lists.
const mingoStages = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$facet',
  '$group',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$set',
  '$sortByCount',
  '$unset',
])

const ownStages: Readonly<
  Record<string, (docs: readonly Doc[], value: Value, context: PipelineContext) => readonly Doc[]>
> = {
  $match: (docs, value, { variables }) => docs.filter(compileQuery(asDoc('$match', value), variables)),
  $sort: (docs, value) => [...docs].sort(compareBy(parseSort(value))),
  $limit: (docs, value) => docs.slice(0, asCount('$limit', value)),
  $skip: (docs, value) => docs.slice(asCount('$skip', value)),
  // As in MongoDB: no document at all where there is nothing to count.
  $count: (docs, value) => (docs.length === 0 ? [] : [{ [String(value)]: docs.length }]),
  $sample: (docs, value) => shuffled(docs).slice(0, asCount('$sample', isPlainObject(value) ? value.size : undefined)),
  $unwind: (docs, value) => docs.flatMap((doc) => unwind(doc, value)),
  $geoNear: (docs, value) => geoNearStage(docs, asDoc('$geoNear', value)),
}

const asDoc = (stage: string, value: Value): Doc => {
  if (!isPlainObject(value)) throw queryRefused(`the ${stage} specification must be an object`)
  return value
}

const asCount = (stage: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw queryRefused(`the ${stage} must be specified as a whole number`)
  return value
}

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)

const unwind = (doc: Doc, spec: Value): readonly Doc[] => {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = isPlainObject(spec) ? spec : ({ path: spec } as Doc)
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw queryRefused("path option to $unwind must begin with '$'")
  const field = path.slice(1)
  const value = valueAt(doc, field)
  const place = (one: Doc, index: number | null) =>
    typeof includeArrayIndex === 'string' ? editPath(one, includeArrayIndex, () => index) : one
  if (Array.isArray(value) && value.length > 0)
    return value.map((item, index) =>
      place(
        editPath(doc, field, () => item),
        index,
      ),
    )
  const isNothing = value === undefined || value === null || Array.isArray(value)
  if (!isNothing) return [place(doc, null)]
  if (preserveNullAndEmptyArrays !== true) return []
  return [place(Array.isArray(value) ? editPath(doc, field, () => removed, false) : doc, null)]
}

/** Equality on one field, or a pipeline with variables. */
const lookup = async (docs: readonly Doc[], spec: Doc, context: PipelineContext): Promise<readonly Doc[]> => {
  const { from, localField, foreignField, as, pipeline } = spec
  if (typeof as !== 'string') throw queryRefused("must specify 'as' field for a $lookup")
  const foreign = context.collection(from)
  const stages = Array.isArray(pipeline) ? pipeline.map(toStage) : []
  const out: Doc[] = []
  for (const doc of docs) {
    let query: Doc = {}
    if (typeof localField === 'string' && typeof foreignField === 'string') {
      const { values } = reach(doc, localField.split('.'))
      const wanted = values.flatMap((value) => (Array.isArray(value) ? value : [value]))
      query = { [foreignField]: { $in: wanted.length === 0 ? [null] : distinct(wanted) } }
    }
    const variables = { ...context.variables, ...bind(spec.let, doc, context.variables) }
    const first: Stage = { key: '$match', value: query }
    const found = await runPipeline(foreign, [first, ...stages], { ...context, variables })
    out.push(editPath(doc, as, () => found))
  }
  return out
}

const bind = (spec: Value, doc: Doc, variables: Variables | undefined): Variables => {
  if (!isPlainObject(spec)) return {}
  const [bound] = runMingoStage([doc], { $replaceRoot: { newRoot: { ...spec } } }, variables)
  return (bound ?? {}) as Variables
}

/** `{ $match: … }`, or the `{ stageKey, stageValue }` that the SDK's own pipeline builder makes. */
const toStage = (stage: Value): Stage => {
  const entries = isPlainObject(stage) ? Object.entries(stage) : []
  if (entries.length !== 1) throw queryRefused('a pipeline stage specification object must contain exactly one field')
  const [key, value] = entries[0] as [string, Value]
  return { key, value }
}

const distinct = (values: readonly Value[]) =>
  [...values].sort(compareValues).filter((value, at, all) => at === 0 || compareValues(all[at - 1], value) !== 0)

const usesExpr = (query: Doc): boolean =>
  Object.entries(query).some(
    ([key, value]) =>
      key === '$expr' || (Array.isArray(value) && value.some((part) => isPlainObject(part) && usesExpr(part))),
  )
