import path from 'node:path'
import attributes from './attributes.json'

interface Context {
  registerMethod(method: { readonly name: string; fn(platform: Platform): void }): void
}

interface Platform {
  readonly platform: string
  readonly template: { mergeComponents(context: Context, components: typeof attributes): void }
  runtimePath: string | readonly string[]
}

/**
 * What screen readers are told on weapp. Taro's templates know no aria attribute and drop it in silence; this plugin adds those of
 * attributes.json, when the app is built and, by the same table, when it runs: Taro numbers the attributes of each component, and with
 * the build's half alone the numbers would name others at run time. Each attribute costs bytes in every template of its component.
 * https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html
 */
export default (context: Context): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
