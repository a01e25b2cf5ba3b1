/// <reference lib="dom" />
import { useEffect, useState } from 'preact/hooks'
import { actOn, type CashierView, loadCashier, report, type Step } from './api.ts'
import { Director } from './director.tsx'
import { PasswordPad } from './password-pad.tsx'
import { yuan } from './yuan.ts'

/** A password that opens this one purse; any other is wrong. */
const goodPassword = '123456'

export const Cashier = ({ requestId }: { requestId: string }) => {
  const [view, setView] = useState<CashierView>()
  const [step, setStep] = useState<Step>({ step: 'ask' })
  const [notice, setNotice] = useState('normal')
  const [coupon, setCoupon] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')

  useEffect(() => {
    loadCashier(requestId).then(setView, (error: Error) => setFailure(error.message))
  }, [requestId])

  const couponFen = coupon && view !== undefined && view.totalFee > 1 ? Math.floor(view.totalFee / 10) || 1 : 0
  const choose = async (action: string) => {
    if (busy) return
    setBusy(true)
    try {
      const next = await actOn(requestId, action, notice, couponFen)
      setStep(next)
      if (next.errMsg !== undefined) report(requestId, next)
    } catch (error) {
      setFailure((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  // WeChat waits for the tap; a developer who pays fifty times a day should not have to.
  useEffect(() => {
    if (step.step !== 'success') return
    const timer = setTimeout(() => choose('done'), 1500)
    return () => clearTimeout(timer)
  }, [step.step])

  if (failure !== '')
    return (
      <Sheet title="微信支付">
        <p class="refusal" role="alert">
          {failure}
        </p>
      </Sheet>
    )
  if (view === undefined)
    return (
      <Sheet title="微信支付">
        <p class="wait" role="status">
          正在打开…
        </p>
      </Sheet>
    )
  if (step.step === 'closed' || view.errMsg !== undefined)
    return (
      <Sheet title="微信支付">
        <p class="wait" role="status">
          收银台已关闭，请返回小程序
        </p>
      </Sheet>
    )
  if (step.step === 'gone')
    return (
      <Sheet title="微信支付">
        <Success view={view} couponFen={couponFen} />
        <p class="wait" role="status">
          微信已被关闭，小程序不会收到任何结果。请刷新小程序页面。
        </p>
      </Sheet>
    )
  if (step.step === 'success')
    return (
      <Sheet title="">
        <Success view={view} couponFen={couponFen} />
        <button type="button" class="done" data-action="done" onClick={() => choose('done')}>
          完成
        </button>
      </Sheet>
    )
  if (view.refusal !== undefined)
    return (
      <Sheet title="微信支付">
        <p class="refusal" role="alert">
          {view.refusal}
        </p>
        <button type="button" class="primary" data-action="dismiss" onClick={() => choose('pay')}>
          确定
        </button>
      </Sheet>
    )
  return (
    <>
      <Sheet title="请输入支付密码" onClose={() => choose('cancel')}>
        <Order view={view} couponFen={couponFen} />
        <button type="button" class="primary" data-action="pay" disabled={busy} onClick={() => choose('pay')}>
          确认支付
        </button>
        {step.message !== undefined && (
          <p class="mistake" role="alert">
            {step.message}
          </p>
        )}
        <PasswordPad
          disabled={busy}
          onEntered={(password) => choose(password === goodPassword ? 'pay' : 'wrong-password')}
        />
      </Sheet>
      <Director
        busy={busy}
        notice={notice}
        coupon={view.coupons ? coupon : undefined}
        user={view.user}
        outTradeNo={view.outTradeNo}
        onNotice={setNotice}
        onCoupon={setCoupon}
        onChoose={choose}
      />
    </>
  )
}

const Sheet = ({
  title,
  onClose,
  children,
}: {
  title: string
  onClose?: () => void
  children: preact.ComponentChildren
}) => (
  <main class="sheet" aria-label="微信支付收银台">
    <header>
      {onClose !== undefined && (
        <button type="button" class="close" data-action="cancel" aria-label="取消支付" onClick={onClose}>
          ✕
        </button>
      )}
      <h1>{title}</h1>
    </header>
    {children}
  </main>
)

const Order = ({ view, couponFen }: { view: CashierView; couponFen: number }) => (
  <section class="order">
    <p class="merchant">{view.merchantName}</p>
    <p class="amount" data-testid="amount">
      ¥{yuan(view.totalFee - couponFen)}
    </p>
    {couponFen > 0 && (
      <p class="before">
        原价 ¥{yuan(view.totalFee)}，代金券 −¥{yuan(couponFen)}
      </p>
    )}
    <dl>
      <div>
        <dt>商品</dt>
        <dd>{view.body}</dd>
      </div>
      <div>
        <dt>付款方式</dt>
        <dd>零钱</dd>
      </div>
    </dl>
  </section>
)

const Success = ({ view, couponFen }: { view: CashierView; couponFen: number }) => (
  <section class="success" role="status">
    <div class="tick" aria-hidden="true">
      ✓
    </div>
    <p>支付成功</p>
    <p class="merchant">{view.merchantName}</p>
    <p class="amount">¥{yuan(view.totalFee - couponFen)}</p>
  </section>
)
