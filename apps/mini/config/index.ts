import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { buildConstants } from './build-constants.ts'

const workspace = (folder: string) => path.resolve(__dirname, '../../..', folder)

/** Taro's runner compiles `src` only: workspace sources, and libraries newer than iOS 12, have to be named. */
const compile = {
  include: [
    workspace('packages/core/src'),
    workspace('packages/client/src'),
    path.dirname(createRequire(workspace('packages/core/package.json')).resolve('valibot')),
  ],
}

// Each name lies in the styles and in every page that uses it: telling ones are for whoever develops.
const scopedName = process.env.NODE_ENV === 'production' ? '_[hash:base64:5]' : '[name]__[local]___[hash:base64:5]'
const cssModules = { enable: true, config: { namingPattern: 'module', generateScopedName: scopedName } }

// All styles are CSS modules, whose order of appearance means nothing.
const miniCssExtractPluginOption = { ignoreOrder: true }

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'taropay',
  date: '2026-11-21',
  // 1px in a style is 1pt of a phone 375 wide: 2rpx on weapp, a twentieth rem on h5.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_APP_OUTPUT ?? process.env.TARO_ENV}`,
  plugins: [path.resolve(__dirname, 'aria/plugin.ts')],
  defineConstants: buildConstants(process.env),
  copy: { patterns: [], options: {} },
  framework: 'react',
  // What is compiled for which browsers stands in these two: Taro alone does not look there before it takes what it built before.
  cache: {
    enable: true,
    buildDependencies: {
      browsers: ['babel.config.js', 'package.json'].map((name) => path.resolve(__dirname, '..', name)),
    },
  },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  mini: {
    compile,
    // Chinese as it is: escaped, every character would take twice the bytes.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    miniCssExtractPluginOption,
    // Nothing here writes HTML into a page; the parser for it stays out of the main package.
    runtime: { enableInnerHTML: false },
    optimizeMainPackage: { enable: true },
    minifyXML: { collapseWhitespace: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
  },
  h5: {
    compile,
    miniCssExtractPluginOption,
    devServer: { open: false, hot: true, port: Number(process.env.TAROPAY_PORT ?? 10086) },
    publicPath: '/',
    // Taro's default shares nothing between pages that load on demand: each would bring its own 280 KB of components.
    webpackChain: (chain) => chain.merge({ optimization: { splitChunks: { chunks: 'all', minSize: 10_000 } } }),
    staticDirectory: 'static',
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // On a desk the page stays as wide as a large phone instead of growing with the window.
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 23 } },
      cssModules,
    },
  },
}))
