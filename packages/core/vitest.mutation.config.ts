import { defineConfig } from 'vitest/config'

/** For `pnpm mutation`, which names the tests that watch over a folder. */
const tests = (process.env.MUTATION_TESTS ?? 'src').split(',')

export default defineConfig({
  test: { include: tests.map((one) => (one.endsWith('.ts') ? one : `${one}/**/*.test.ts`)) },
})
