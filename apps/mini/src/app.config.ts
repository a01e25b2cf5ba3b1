export default defineAppConfig({
  pages: ['pages/home/index', 'pages/orders/index', 'pages/me/index'],
  window: { navigationBarTitleText: '' },
})
