/**
 * What we use of wx-server-sdk, typed by its documents and by what it does: its own typings have no cloudPay, and most of
 * their results are `Promise | void | string`. https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/Cloud.html
 */
export interface WxCloud {
  database(config?: { readonly throwOnNotFound?: boolean }): WxDatabase
  /** Anew for every invocation. All-digit values come as numbers. */
  getWXContext(): Readonly<Record<string, unknown>>
  /** A proxy: any method name is sent. camelCase in, camelCase out. */
  readonly cloudPay: Readonly<Record<string, (parameters: object) => Promise<WxCloudPayAnswer>>>
  getTempFileURL(files: { readonly fileList: readonly string[] }): Promise<{
    readonly fileList: readonly { readonly fileID: string; readonly tempFileURL: string }[]
  }>
  readonly openapi: {
    readonly wxa?: unknown
    readonly [api: string]: unknown
  }
}

export type WxCloudPayAnswer = Readonly<Record<string, unknown>>

export interface WxDatabase {
  readonly command: WxCommand
  collection(name: string): WxCollection
  RegExp(pattern: { readonly regexp: string; readonly options: string }): unknown
}

/** Opaque values for queries and updates. */
export interface WxCommand {
  set(value: unknown): unknown
  remove(): unknown
  inc(by: number): unknown
  min(value: number): unknown
  exists(exists: boolean): unknown
  gt(value: unknown): unknown
  gte(value: unknown): unknown
  lt(value: unknown): unknown
  lte(value: unknown): unknown
  in(values: readonly unknown[]): unknown
  or(conditions: readonly unknown[]): unknown
  and(conditions: readonly unknown[]): unknown
}

export interface WxQuery {
  where(condition: unknown): WxQuery
  orderBy(field: string, direction: 'asc' | 'desc'): WxQuery
  limit(count: number): WxQuery
  get(): Promise<{ readonly data: readonly WxDocument[] }>
  update(change: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<{ readonly stats: { readonly removed: number } }>
}

export interface WxCollection extends WxQuery {
  doc(id: string): WxDocumentReference
  add(document: { readonly data: object }): Promise<{ readonly _id: string }>
}

export interface WxDocumentReference {
  /** With `throwOnNotFound: false`, no data for a document that does not exist. */
  get(): Promise<{ readonly data?: WxDocument | null }>
  set(document: { readonly data: object }): Promise<unknown>
  remove(): Promise<unknown>
}

export type WxDocument = Readonly<Record<string, unknown>> & { readonly _id: string }
