// The phones that WeChat's base library 2.32.3 runs on, as WeChat lists them (github.com/wechat-miniprogram/miniprogram-compat).
// `async` is compiled all the same: on iOS 15 and older WeChat puts a Promise of its own in the place of the system's, and only
// what is compiled uses it. https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
const weapp = { targets: { ios: '13', chrome: '86' }, include: ['@babel/plugin-transform-async-to-generator'] }

module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...(process.env.TARO_ENV === 'weapp' && weapp) }],
  ],
}
