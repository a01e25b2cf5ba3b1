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
    // What hangs is found either way; what is only slow, on a machine that does much else, is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
