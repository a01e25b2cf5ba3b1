/** A published rule in our words, for the owner to read, and where WeChat states it. */
export interface Rule {
  readonly rule: string
  readonly because: string
  readonly source: string
}

const operation = 'https://developers.weixin.qq.com/miniprogram/product/'
const trading = 'https://developers.weixin.qq.com/miniprogram/product/jiaoyilei/yunyingguifan.html'
const virtual =
  'https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/virtual-payment'

export const rules = {
  virtualOnly: {
    rule: '5.13',
    because:
      '运营规范 5.13：打赏、虚拟代币、虚拟礼物、解锁功能和订阅内容，购买与支付都必须走小程序虚拟支付，也不得引导到别处付款。',
    source: operation,
  },
  noDonations: {
    rule: '14.3',
    because: '运营规范 14.3：没有腾讯的许可，微信支付不得用于捐款和募捐。',
    source: operation,
  },
  notByCloud: {
    rule: '1.5',
    because:
      '交易类运营规范 1.5：珠宝玉石、3C 数码、盲盒、服饰内衣、海淘、美妆、酒类、家电、玩具、箱包、鞋靴、运动户外不可使用云调用支付，改用工作流或自有商户号接入。',
    source: `${trading}#_1-5-%E8%B5%84%E9%87%91%E7%BB%93%E7%AE%97`,
  },
  notVirtual: {
    rule: 'virtual-1',
    because: '虚拟支付只服务小程序内的虚拟商品；实物和线下服务使用微信支付。',
    source: `${virtual}.html`,
  },
  realGoods: {
    rule: '1.5',
    because: '实物商品，类目不在云调用的限制之内：使用微信支付。',
    source: `${trading}#_1-5-%E8%B5%84%E9%87%91%E7%BB%93%E7%AE%97`,
  },
  realService: {
    rule: '5.13',
    because: '跑腿是线下的真实服务，不属于运营规范 5.13 所列的虚拟商品：使用微信支付。',
    source: operation,
  },
  errandTip: {
    rule: '5.13',
    because: '跑腿的小费是真实服务价格的一部分，不是对人或内容的打赏，因此不属于运营规范 5.13 所列的虚拟商品。',
    source: operation,
  },
  notOnMac: {
    rule: 'virtual-1',
    because: '虚拟支付支持 Android、鸿蒙、Windows 和 iOS，没有 Mac 客户端。',
    source: `${virtual}.html`,
  },
  appleLeast: {
    rule: 'ios-4',
    because: 'Apple 支付的最低金额是 1 元。',
    source: `${virtual}/ios.html`,
  },
  appleNoSandbox: {
    rule: 'ios-4',
    because: 'Apple 支付没有沙箱，只能用现网环境。',
    source: `${virtual}/ios.html`,
  },
} as const satisfies Readonly<Record<string, Rule>>
