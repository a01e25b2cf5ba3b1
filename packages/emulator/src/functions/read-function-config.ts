import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionConfig, Trigger } from './function-source.ts'

// https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/ : 3 s unless changed.
const defaultTimeoutMs = 3000

const empty: FunctionConfig = { timeoutMs: defaultTimeoutMs, triggers: [], env: {}, openapi: [] }

/** `config.json` of a function folder: `timeout` in seconds, `triggers`, `envVariables`, `permissions.openapi`. What is wrong is told, not thrown. */
export const readFunctionConfig = (folder: string): { config: FunctionConfig; complaint?: string } => {
  const file = join(folder, 'config.json')
  if (!existsSync(file)) return { config: empty }
  try {
    const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    return {
      config: {
        timeoutMs: typeof given.timeout === 'number' ? given.timeout * 1000 : defaultTimeoutMs,
        triggers: Array.isArray(given.triggers) ? given.triggers.flatMap(toTrigger) : [],
        env: toEnv(given.envVariables),
        openapi: toNames((given.permissions as { openapi?: unknown } | undefined)?.openapi),
      },
    }
  } catch (error) {
    return { config: empty, complaint: `${file} is not JSON and was ignored: ${(error as Error).message}` }
  }
}

const toTrigger = (given: unknown): Trigger[] => {
  const { name, type, config } = (given ?? {}) as Record<string, unknown>
  return type === 'timer' && typeof config === 'string' ? [{ name: String(name ?? 'timer'), cron: config }] : []
}

const toEnv = (given: unknown): Record<string, string> =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
    : {}

const toNames = (given: unknown): string[] => (Array.isArray(given) ? given.map(String) : [])
