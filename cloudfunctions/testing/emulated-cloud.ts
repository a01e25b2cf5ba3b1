import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WxCloud } from '@pay/backend/wx'
import { Emulator } from '@pay/emulator'
import { allCollections } from '../build.ts'

const minute = 60_000
const root = join(import.meta.dirname, '..')

/** The emulator with this folder's functions, and the real wx-server-sdk of this process pointed at it. */
export const emulatedCloud = (): Promise<EmulatedCloud> => {
  const { consoles } = JSON.parse(readFileSync(join(root, 'pay-emulator.config.json'), 'utf8'))
  return pointedAt(new Emulator({ project: root, seedData: root, consoles, quiet: true }))
}

/**
 * The same collections and indexes, empty, without the functions: their timer fires at every full minute, also in the
 * middle of a test, and would tidy up what a test of a store has just put there.
 */
export const emulatedDatabase = (): Promise<EmulatedCloud> => {
  const project = mkdtempSync(join(tmpdir(), 'collections-'))
  writeFileSync(join(project, 'collections.json'), JSON.stringify(allCollections()))
  return pointedAt(new Emulator({ project, quiet: true }))
}

const pointedAt = async (emulator: Emulator): Promise<EmulatedCloud> => {
  const address = await emulator.ready()
  const { envId } = emulator.context.options
  Object.assign(process.env, {
    // The platform's own variable: nothing in the SDK is patched.
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${address}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'nobody',
    TENCENTCLOUD_SECRETKEY: 'nothing',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
  })
  const sdk = createRequire(import.meta.url)('wx-server-sdk')
  sdk.init({ env: envId })
  const post = async (path: string, body: unknown, user?: string): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(user === undefined ? {} : { 'x-emulator-user': user }) },
      body: JSON.stringify(body),
    })
    return await answer.json()
  }
  return {
    emulator,
    cloud: sdk as WxCloud,
    begin: async () => {
      await emulator.reset()
      await emulator.advance(minute - (emulator.context.clock.now() % minute) + 1_000)
    },
    post,
    call: async (user, name, action, input) =>
      ((await post('/client/call', { name, data: { action, input } }, user)) as { result: Answer }).result,
    requests: (since) => {
      const seen = emulator.context.events.list({ since })
      return seen.filter(({ to, kind }) => kind === 'call' && (to === 'database' || to === 'pay'))
    },
    mark: () => emulator.context.events.list().at(-1)?.id ?? 0,
  }
}

export interface EmulatedCloud {
  readonly emulator: Emulator
  readonly cloud: WxCloud
  /** A new world, just past a full minute: the timer fires at each, and would do a test's work before it is looked at. */
  begin(): Promise<void>
  /** Steers the emulator, or calls what a phone may call. */
  post(path: string, body: unknown, user?: string): Promise<unknown>
  /** A call of a phone, through the door that phones use. */
  call(user: string, name: string, action: string, input: unknown): Promise<Answer>
  /** What functions asked of the database and of WeChat Pay since a mark. */
  requests(since: number): readonly { readonly to: string; readonly name: string; readonly from: string }[]
  mark(): number
}

/** For `expect.poll`: a function may have to start first, on a busy machine. */
export const patiently = { timeout: 60_000 }

/** An answer of one of our functions, loosely typed: a test looks at the fields it is about. */
// biome-ignore lint/suspicious/noExplicitAny: tests read deep into answers of many shapes
export type Answer = any
