/** What the client hands to WeChat to open the cashier. It decides nothing about the order. */
export type PaymentRequest =
  /** `wx.requestPayment`, https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html */
  | {
      readonly rail: 'cloudPay'
      readonly timeStamp: string
      readonly nonceStr: string
      readonly package: string
      readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA'
      readonly paySign: string
    }
  /** `wx.requestVirtualPayment`, https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestVirtualPayment.html */
  | {
      readonly rail: 'virtualPayment'
      readonly mode: 'short_series_goods' | 'short_series_coin'
      readonly signData: string
      readonly paySig: string
      readonly signature: string
    }
