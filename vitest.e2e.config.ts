import { defineConfig } from 'vitest/config'

/** The browser's stories, and `pnpm dev` itself. One after the other: each drives a whole system on two cores. */
export default defineConfig({
  test: {
    include: ['apps/mini/e2e/stories/*.story.ts', 'packages/emulator/e2e/*.story.ts', 'scripts/*.e2e.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
