import type { ShowPage } from '@pay/client'
import { t } from '../text/index.ts'

/**
 * The emulator's cashier over the whole page, as WeChat's lies over a mini-program. It reports by message; after
 * "never come back" it stays silent, and the person closes it.
 */
export const showCashierPage: ShowPage = (cashierUrl, requestId) =>
  new Promise((resolve) => {
    const frame = element('iframe', 'flex:1;width:100%;border:0;background:#fff')
    frame.src = cashierUrl
    frame.title = t.pay.cashierTitle
    const close = element(
      'button',
      'flex:none;align-self:flex-start;min-height:44px;padding:0 16px;border:0;background:none;color:#fff;font:inherit;font-size:15px',
    )
    close.textContent = `‹ ${t.pay.cashierClose}`
    const cover = element(
      'div',
      'position:fixed;inset:0;display:flex;flex-direction:column;max-width:430px;margin:0 auto;z-index:2147483647;background:#2b2b2b',
    )
    cover.append(close, frame)

    const end = (outcome: Awaited<ReturnType<ShowPage>>) => {
      window.removeEventListener('message', listen)
      cover.remove()
      resolve(outcome)
    }
    const listen = ({ data, source }: MessageEvent) => {
      if (source !== frame.contentWindow || data?.type !== 'taropay:cashier' || data.requestId !== requestId) return
      end({ errMsg: String(data.errMsg) })
    }
    close.onclick = () => end('gone')
    window.addEventListener('message', listen)
    document.body.append(cover)
  })

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, style: string): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  made.style.cssText = style
  return made
}
