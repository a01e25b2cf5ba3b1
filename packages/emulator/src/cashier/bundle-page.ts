import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { RawReply } from '../service.ts'

/** One self-contained HTML page from `src/<folder>/page/main.tsx` and `style.css`, bundled when first asked for. */
export const bundlePage = (folder: string, title: string): (() => Promise<RawReply>) => {
  let page: Promise<string> | undefined
  return async () => {
    page ??= bundle(folder, title)
    try {
      return new RawReply(await page, 'text/html; charset=utf-8')
    } catch (error) {
      page = undefined
      throw error
    }
  }
}

const bundle = async (folder: string, title: string): Promise<string> => {
  // Loaded when a page is asked for: starting the emulator must not wait for it.
  const { build } = await import('esbuild')
  const source = join(packageRoot, 'src', folder, 'page')
  const [script, style] = await Promise.all([
    build({
      entryPoints: [join(source, 'main.tsx')],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: 'es2020',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      charset: 'utf8',
      logLevel: 'silent',
    }),
    readFile(join(source, 'style.css'), 'utf8'),
  ])
  // "</script" inside a string of the bundle would end the element early.
  const code = (script.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<body><div id="app"></div><script>${code}</script></body>
</html>
`
}
