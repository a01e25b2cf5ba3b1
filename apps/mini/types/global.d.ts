/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5' | 'alipay' | 'tt'
    NODE_ENV: 'development' | 'production'
  }
}

/** Set when the app is built: config/build-constants.ts. */
declare const PAY_API: string
declare const PAY_TRANSPORT: 'cloud' | 'emulator' | 'none'
