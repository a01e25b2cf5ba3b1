/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'preact/hooks'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', '⌫']

/** Six boxes and the phone's number keys; a keyboard works too. */
export const PasswordPad = ({ disabled, onEntered }: { disabled: boolean; onEntered: (password: string) => void }) => {
  const [count, setCount] = useState(0)
  // A ref, not state: six keys may arrive before the first of them is drawn.
  const digits = useRef('')
  // The same: a key that comes right after the page is free again finds the listener of the page that was busy.
  const busy = useRef(disabled)
  busy.current = disabled

  const press = (key: string) => {
    if (busy.current) return
    digits.current = key === '⌫' ? digits.current.slice(0, -1) : digits.current + key
    const entered = digits.current
    if (entered.length === 6) digits.current = ''
    setCount(digits.current.length)
    if (entered.length === 6) onEntered(entered)
  }

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) press(event.key)
      if (event.key === 'Backspace') press('⌫')
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })

  return (
    <section class="password" aria-label="支付密码，123456 正确">
      <div class="boxes" role="img" aria-label={`已输入 ${count} 位`}>
        {Array.from({ length: 6 }, (_, n) => (
          <i key={n} class={n < count ? 'full' : ''} />
        ))}
      </div>
      <p class="hint">密码 123456 正确，其他任何六位数字都是错误密码</p>
      <div class="keys">
        {keys.map((key) =>
          key === '' ? (
            <span key="gap" />
          ) : (
            <button type="button" key={key} aria-label={key === '⌫' ? '删除' : key} onClick={() => press(key)}>
              {key}
            </button>
          ),
        )}
      </div>
    </section>
  )
}
