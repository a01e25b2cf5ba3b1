// For web pages that run against the emulator: wx.requestPayment with the cashier as an overlay.
// Usage: <script src="http://127.0.0.1:9500/client/pay.js"></script>, then
// taropayCashier.requestPayment({ timeStamp, nonceStr, package, signType, paySign }, { user: 'anna' })
;(() => {
  const base = new URL(document.currentScript.src).origin

  const requestPayment = async (params, { user }) => {
    const response = await fetch(`${base}/client/pay/request`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-emulator-user': encodeURIComponent(user) },
      body: JSON.stringify(params),
    })
    const opened = await response.json()
    if (!response.ok) throw { errMsg: `requestPayment:fail ${opened.error}` }
    return outcome(opened.errMsg ?? (await showCashier(opened)))
  }

  const outcome = (errMsg) => {
    if (errMsg !== 'requestPayment:ok') throw { errMsg }
    return { errMsg }
  }

  /** Resolves with what the cashier reports; never, when the person never comes back. */
  const showCashier = ({ requestId, cashierUrl }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.src = cashierUrl
      frame.title = '微信支付'
      frame.dataset.testid = 'cashier'
      frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:2147483647;background:#0006'
      const listen = ({ data, source }) => {
        if (source !== frame.contentWindow || data?.type !== 'taropay:cashier' || data.requestId !== requestId) return
        window.removeEventListener('message', listen)
        frame.remove()
        resolve(data.errMsg)
      }
      window.addEventListener('message', listen)
      document.body.append(frame)
    })

  window.taropayCashier = { requestPayment }
})()
