import { Emulator } from '../emulator.ts'
import { resetDataFolder } from '../journal/data-folder.ts'
import { help, readArguments, UsageError } from './read-arguments.ts'

/** The command. Trouble that a person can mend is one line on standard error and exit code 1. */
export const main = async (argv: readonly string[]): Promise<void> => {
  try {
    const command = Object.hasOwn(commands, argv[0] ?? '') ? commands[argv[0] ?? ''] : undefined
    if (command === undefined) await start(argv)
    else process.exitCode = await command(argv.slice(1))
  } catch (error) {
    console.error(`pay-emulator: ${describe(error)}`)
    process.exit(1)
  }
}

/** Commands beside starting, by their first word; each gets the words after it and answers the exit code. */
const commands: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  exam: async (argv) => (await import('../exam/exam-command.ts')).examCommand(argv),
}

const start = async (argv: readonly string[]) => {
  const { options, reset, help: wantsHelp } = readArguments(argv)
  if (wantsHelp) {
    console.log(help)
    return
  }
  if (reset) {
    if (options.dataDir === undefined)
      throw new UsageError('--reset needs --data-dir: in memory there is nothing to empty')
    resetDataFolder(options.dataDir)
  }
  const emulator = new Emulator(options)
  endOnSignals(emulator)
  const address = await emulator.ready()
  const where = options.dataDir === undefined ? 'data in memory' : `data in ${options.dataDir}`
  console.log(`ready at ${address} (${where}; dashboard: ${address}/__emulator/dashboard)`)
}

const endOnSignals = (emulator: Emulator) => {
  let asked = false
  const end = () => {
    // Who asks twice does not want to wait.
    if (asked) process.exit(1)
    asked = true
    emulator.dispose().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`pay-emulator: ${describe(error)}`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

// What these name is the person's to mend; anything else is a bug and shows its stack.
const mendable = new Set([
  'ExamPlanError',
  'UsageError',
  'ProjectError',
  'DataFolderError',
  'PortInUseError',
  'HostingError',
  'ConsoleError',
])

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return mendable.has(error.name) ? error.message : (error.stack ?? error.message)
}
