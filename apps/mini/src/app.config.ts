import { t } from './text/index.ts'
import theme from './theme.json'
import { verticals } from './verticals.ts'

// weapp looks the names up in theme.json by itself, light or dark; elsewhere the light values stand.
const themed = (name: keyof typeof theme.light): string =>
  process.env.TARO_ENV === 'weapp' ? `@${name}` : theme.light[name]

const locationUse = verticals.find((one) => one.locationUse !== undefined)?.locationUse

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/orders/index', 'pages/me/index', 'pages/order/index', 'pages/result/index'],
  subPackages: [
    ...verticals.map(({ root, pages }) => ({ root, pages: [...pages] })),
    { root: 'owner/pages', pages: ['home/index', 'orders/index', 'order/index', 'incidents/index'] },
  ],
  tabBar: {
    color: themed('tabText'),
    selectedColor: themed('tabSelected'),
    backgroundColor: themed('tabGround'),
    borderStyle: themed('tabBorder') as 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: t.tabs.home,
        iconPath: 'assets/tab-home.png',
        selectedIconPath: 'assets/tab-home-on.png',
      },
      {
        pagePath: 'pages/orders/index',
        text: t.tabs.orders,
        iconPath: 'assets/tab-orders.png',
        selectedIconPath: 'assets/tab-orders-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: t.tabs.me,
        iconPath: 'assets/tab-me.png',
        selectedIconPath: 'assets/tab-me-on.png',
      },
    ],
  },
  window: {
    // Said outright because Taro's h5 draws its bar only then.
    navigationStyle: 'default',
    navigationBarBackgroundColor: themed('barGround'),
    navigationBarTextStyle: themed('barText') as 'black',
    navigationBarTitleText: t.brand,
    backgroundColor: themed('ground'),
    backgroundTextStyle: themed('pullText') as 'dark',
  },
  // Declared, or refused: what the verticals present take from the phone, and nothing else.
  __usePrivacyCheck__: true,
  requiredPrivateInfos: verticals.flatMap(({ privateInfos = [] }) => privateInfos),
  ...(locationUse !== undefined && { permission: { 'scope.userLocation': { desc: locationUse } } }),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
