import { defineConfig } from 'vitest/config'
import type { Vitest } from 'vitest/node'

/** For `pnpm mutation`, which names the tests that watch over a folder. */
const tests = (process.env.MUTATION_TESTS ?? 'src').split(',')

type TestFile = ReturnType<Vitest['state']['getFiles']>[number]

/**
 * Stryker's runner counts failed tests only. A change that keeps a test file from loading at all, because what the file
 * prepares at its top throws, would count as unnoticed: such a file is given one failed test.
 */
const loads = {
  name: 'a-file-that-does-not-load-fails',
  configureVitest({ vitest }: { vitest: Vitest }) {
    const getFiles = vitest.state.getFiles.bind(vitest.state)
    vitest.state.getFiles = (keys) => getFiles(keys).map(withFailedTest)
  },
}

const withFailedTest = (file: TestFile): TestFile =>
  file.result?.state === 'fail' && file.tasks.length === 0
    ? {
        ...file,
        tasks: [{ type: 'test', name: 'loads', mode: 'run', file, suite: undefined, result: file.result } as never],
      }
    : file

export default defineConfig({
  plugins: [loads],
  // Instrumented code is slow, and the machine is busy with its copies.
  test: { testTimeout: 60_000, include: tests.map((one) => (one.endsWith('.ts') ? one : `${one}/**/*.test.ts`)) },
})
