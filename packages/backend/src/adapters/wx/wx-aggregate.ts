import type { WxDatabase } from './wx-cloud.ts'
import { troubleOf } from './wx-error.ts'

/** What we use of aggregation. https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/aggregate/Aggregate.html */
export interface WxPipeline {
  match(condition: object): WxPipeline
  sort(order: Readonly<Record<string, 1 | -1>>): WxPipeline
  group(fields: object): WxPipeline
  limit(count: number): WxPipeline
  end(): Promise<{ readonly list: readonly WxRow[] }>
}

export type WxRow = Readonly<Record<string, unknown>>

/** Operators inside a group. */
export interface WxAccumulators {
  sum(expression: unknown): unknown
  max(expression: unknown): unknown
  min(expression: unknown): unknown
  push(expression: unknown): unknown
}

export const wxAggregate =
  (db: WxDatabase, name: string) =>
  async (build: (pipeline: WxPipeline, $: WxAccumulators) => WxPipeline): Promise<readonly WxRow[]> => {
    const collection = db.collection(name) as unknown as { aggregate(): WxPipeline }
    const command = db.command as unknown as { readonly aggregate: WxAccumulators }
    try {
      return (await build(collection.aggregate(), command.aggregate).end()).list
    } catch (error) {
      throw troubleOf(name, error)
    }
  }
