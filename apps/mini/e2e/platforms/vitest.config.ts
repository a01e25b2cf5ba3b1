import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** What `pnpm build:platforms` asks of its builds; no part of `pnpm test`, which does not make them. */
export default defineConfig({ test: { root: path.resolve(import.meta.dirname), include: ['*.story.ts'] } })
