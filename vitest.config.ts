import { defineConfig } from 'vitest/config'

/** Unit, law, contract and emulator tests: everything but the browser's stories (apps/mini/e2e). */
export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/mini/src/**/*.test.{ts,tsx}',
      'cloudfunctions/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
