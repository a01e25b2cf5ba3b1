/// <reference lib="dom" />
const endings = [
  ['pay-never-return', '支付后不再返回', '已付款，小程序永远收不到结果'],
  ['pay-report-fail', '支付后报告失败', '已付款，小程序收到 fail'],
  ['wrong-password', '输错密码', '未付款，可以再试'],
] as const

const notices = [
  ['normal', '正常'],
  ['lost', '丢失'],
  ['late', '晚 1 分钟'],
  ['five', '重复 5 次'],
] as const

interface Props {
  readonly busy: boolean
  readonly notice: string
  /** Absent where coupons cannot be used. */
  readonly coupon: boolean | undefined
  readonly user: string
  readonly outTradeNo: string
  readonly onNotice: (notice: string) => void
  readonly onCoupon: (coupon: boolean) => void
  readonly onChoose: (action: string) => void
}

/** What no phone has: the developer decides how this payment goes wrong. */
export const Director = ({ busy, notice, coupon, user, outTradeNo, onNotice, onCoupon, onChoose }: Props) => (
  <aside class="director" aria-label="模拟器">
    <h2>模拟器 · 这里可以让支付出错</h2>
    <p class="who">
      {user} · {outTradeNo}
    </p>
    <fieldset>
      <legend>支付通知</legend>
      <div class="chips">
        {notices.map(([value, label]) => (
          <label key={value} class={notice === value ? 'chosen' : ''} data-notice={value}>
            <input
              type="radio"
              name="notice"
              value={value}
              checked={notice === value}
              onChange={() => onNotice(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
    {coupon !== undefined && (
      <label class="coupon">
        <input type="checkbox" checked={coupon} data-coupon onChange={() => onCoupon(!coupon)} />{' '}
        使用代金券（实付少于总额）
      </label>
    )}
    <fieldset>
      <legend>结局</legend>
      <div class="endings">
        {endings.map(([action, label, effect]) => (
          <button type="button" key={action} data-action={action} disabled={busy} onClick={() => onChoose(action)}>
            <b>{label}</b>
            <small>{effect}</small>
          </button>
        ))}
      </div>
    </fieldset>
  </aside>
)
