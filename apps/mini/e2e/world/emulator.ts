import path from 'node:path'
import { execa } from 'execa'

/** The emulator as a process, with the functions as they would be deployed and the pages as they would be hosted. */
export const startEmulator = async (root: string, functions = path.join(root, 'cloudfunctions/dist')) => {
  const at = (...names: string[]) => path.join(root, ...names)
  const child = execa(
    'node',
    [
      at('packages/emulator/bin/pay-emulator.mjs'),
      functions,
      ...['--port', '0', '--hosting', at('apps/mini/dist/h5-emulator')],
      ...['--config', at('cloudfunctions/pay-emulator.config.json')],
    ],
    { cwd: root, stdin: 'ignore', buffer: false, reject: false },
  )
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /ready.*?(http:\/\/127\.0\.0\.1:\d+)/.exec(said)
      if (ready?.[1] !== undefined) resolve(ready[1])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    void child.then(() => reject(new Error(`the emulator did not start:\n${said}`)))
  })
  return {
    address,
    async end() {
      child.kill('SIGTERM')
      await child
    },
  }
}
