import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../src/package-root.ts'

export interface SpawnedEmulator {
  readonly child: ChildProcess
  readonly address: string
  /** From the start of the process to the line that says ready. */
  readonly readyMs: number
  readonly exited: Promise<void>
}

/** The command itself, as a person would start it. */
export const spawnEmulator = async (...argv: readonly string[]): Promise<SpawnedEmulator> => {
  const startedAt = performance.now()
  const command = join(packageRoot, 'bin/pay-emulator.mjs')
  const functions = join(packageRoot, 'bench/functions')
  const child = spawn(process.execPath, [command, functions, '--port', '0', '--quiet', ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      const match = /ready at (\S+)/.exec(String(text))
      if (match !== null) resolve(match[1] as string)
    })
    child.once('exit', (code) => reject(new Error(`the emulator ended with code ${code}`)))
  })
  return { child, address, readyMs: performance.now() - startedAt, exited }
}

/** One request as the SDK sends it. */
export const admin = async (address: string, body: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${address}/admin`, { method: 'POST', body: JSON.stringify(body) })
  return (await response.json()) as Record<string, unknown>
}
