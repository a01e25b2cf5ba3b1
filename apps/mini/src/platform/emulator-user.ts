import Taro from '@tarojs/taro'

/** Who is calling the emulator: named in the address (`?as=anna`), kept while the tab lives, a visitor otherwise. */
export const emulatorUser = (): string => {
  if (process.env.TARO_ENV !== 'h5') return Taro.getStorageSync<string>(key) || visitor()
  return named() ?? sessionStorage.getItem(key) ?? visitor()
}

/** Another person in this tab; every page begins anew. */
export const becomeUser = (name: string): void => {
  keep(name)
  if (process.env.TARO_ENV !== 'h5') return void Taro.reLaunch({ url: '/pages/home/index' })
  const address = new URL(location.href)
  address.searchParams.set('as', name)
  address.hash = ''
  location.assign(address)
}

const key = 'pay.as'

const named = (): string | undefined => {
  const name = new URLSearchParams(location.search).get('as')
  if (name === null || name === '') return undefined
  keep(name)
  return name
}

const visitor = (): string => {
  const name = `visitor-${Math.random().toString(36).slice(2, 6)}`
  keep(name)
  return name
}

const keep = (name: string): void => {
  if (process.env.TARO_ENV === 'h5') sessionStorage.setItem(key, name)
  else Taro.setStorageSync(key, name)
}
