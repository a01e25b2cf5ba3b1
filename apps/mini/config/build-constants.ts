/**
 * Which backend a build talks to, decided when it is built: what is not chosen is not in the bundle.
 * TARO_APP_API: the address of the local emulator. TARO_APP_TRANSPORT: `cloud`, `emulator` or `none`, when the default does not fit.
 */
export const buildConstants = (env: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const weapp = env.TARO_ENV === 'weapp'
  const developing = env.NODE_ENV !== 'production'
  const api = env.TARO_APP_API ?? (developing && !weapp ? 'http://127.0.0.1:9500' : '')
  const fallback = api !== '' ? 'emulator' : weapp ? 'cloud' : 'none'
  return {
    PAY_API: JSON.stringify(api),
    PAY_TRANSPORT: JSON.stringify(env.TARO_APP_TRANSPORT ?? fallback),
  }
}
