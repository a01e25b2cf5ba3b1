import { defineConfig } from 'vitest/config'

/** The browser's stories, and `pnpm dev` itself. Two files at a time: each mostly waits for its own whole system. */
export default defineConfig({
  test: {
    include: ['apps/mini/e2e/stories/**/*.story.ts', 'packages/emulator/e2e/*.story.ts', 'scripts/*.e2e.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
