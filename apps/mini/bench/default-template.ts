import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { execa } from 'execa'

const mini = path.resolve(import.meta.dirname, '..')
const taro = path.resolve(createRequire(import.meta.url).resolve('@tarojs/cli/package.json'), '../bin/taro')

/**
 * Taro's default React template, as `taro init` writes it, built for h5 with the packages of this app, for the browsers of this app.
 * Left out is its code generator, which is no part of what is built. Answers the folder of the build.
 */
export const buildDefaultTemplate = async (folder: string): Promise<string> => {
  const app = path.join(folder, 'template')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const choices = ['--template=default', '--framework=React', '--compiler=Webpack5', '--css=None', '--npm=Pnpm']
  await execa(
    'node',
    [taro, 'init', 'template', '--description=first-page', ...choices, '--no-typescript', '--no-autoInstall'],
    {
      cwd: folder,
      // Its last question, whether to compile to ES5, has no option that could answer it.
      input: 'n\n',
    },
  )
  await edit(path.join(app, 'config/index.js'), (text) => text.replace(/["']@tarojs\/plugin-generator["']/, ''))
  const { browserslist } = JSON.parse(await readFile(path.join(mini, 'package.json'), 'utf8'))
  await edit(path.join(app, 'package.json'), (text) => JSON.stringify({ ...JSON.parse(text), browserslist }))
  await symlink(path.join(mini, 'node_modules'), path.join(app, 'node_modules'))
  await execa('node', [taro, 'build', '--type', 'h5'], { cwd: app, stdin: 'ignore' })
  return path.join(app, 'dist')
}

const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(file, change(await readFile(file, 'utf8')))
