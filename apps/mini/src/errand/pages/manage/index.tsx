import { placeOnce } from '@pay/client'
import type { Fen, OrderNo } from '@pay/core'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import { Facts } from '../../../components/facts.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { usePlacing } from '../../../hooks/use-placing.ts'
import { OrderHistory } from '../../../order/order-history.tsx'
import { call, requestOwner, requests } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { RateCard, SayCard } from '../../components/say-card.tsx'
import { Call, TaskFacts } from '../../components/task-facts.tsx'
import { errandFunction } from '../../contracts.ts'
import { e } from '../../text/index.ts'
import { type BuyersErrand, useErrand } from '../../use-errand.ts'

/** A task as its buyer sees it, and all that can be done about it. */
function Manage() {
  const { answer, reload } = useErrand()
  useDidShow(() => void reload())
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={() => void reload()} />
  if (answer.phase === 'ready') return <Known {...answer.data} reload={() => void reload()} />
  return (
    <View className={prose.page}>
      <Card>
        <Skeleton shape="block" />
      </Card>
    </View>
  )
}

export default screen(Manage, e.ways.manage)

const Known = ({ order, view, reload }: BuyersErrand & { readonly reload: () => void }) => {
  const { orderNo } = order
  const { busy, trouble, act, setTrouble } = useAct(e.errors)
  const paying = usePlacing(reload)
  const can = (action: (typeof view.actions)[number]) => view.actions.includes(action)
  const cancel = () => {
    let toldFen = 0 as Fen
    const tellFee = async () => {
      const told = await call(errandFunction, 'cancelPreview', { orderNo })
      if (!told.ok) setTrouble(explain(told.error, e.errors))
      if (!told.ok) return false
      const { feeFen, refundFen } = told.data
      toldFen = feeFen
      const note = feeFen === 0 ? e.manage.cancelFree : e.manage.cancelFee(yuan(feeFen), yuan(refundFen))
      return ask(e.manage.cancelTitle, note, e.manage.cancelYes)
    }
    return act(() => call(errandFunction, 'cancel', { orderNo, toldFen }), reload, tellFee)
  }
  const confirm = () =>
    act(
      () => call(errandFunction, 'confirm', { orderNo }),
      reload,
      () => ask(e.manage.confirmTitle, e.manage.confirmNote, e.manage.confirm),
    )
  return (
    <View className={prose.page}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {paying.error !== undefined && <NoticeBar kind="danger">{explain(paying.error, e.errors)}</NoticeBar>}
      {view.runner !== undefined && (
        <Card title={e.facts.runner}>
          <View className={prose.between}>
            <View className={prose.grow}>{`${view.runner.name} ${view.runner.phone ?? ''}`}</View>
            {view.runner.phone !== undefined && <Call phone={view.runner.phone} />}
          </View>
        </Card>
      )}
      {view.codes !== undefined && view.task !== 'none' && (
        <Card>
          <Facts
            facts={[
              ...(view.codes.pickup === undefined ? [] : [{ label: e.facts.pickupCode, value: view.codes.pickup }]),
              { label: e.facts.deliveryCode, value: view.codes.delivery },
            ]}
          />
          <View className={prose.note}>{e.facts.codeNote}</View>
        </Card>
      )}
      {view.task === 'open' && <NoticeBar>{e.manage.waiting}</NoticeBar>}
      <TaskFacts view={view} />
      <View className={prose.lead}>
        <View className={prose.row}>
          {can('confirm') && (
            <Button small busy={busy} onPress={() => void confirm()}>
              {e.manage.confirm}
            </Button>
          )}
          {can('payGoods') && (
            <Button small busy={paying.busy} onPress={() => paying.submit(() => payGoods(orderNo))}>
              {e.manage.payGoods(yuan(view.goodsMissingFen ?? 0))}
            </Button>
          )}
          {can('cancel') && (
            <Button small kind="quiet" busy={busy} onPress={() => void cancel()}>
              {e.manage.cancel}
            </Button>
          )}
        </View>
      </View>
      {can('addTip') && <AddTip busy={paying.busy} onAdd={(fen) => paying.submit(() => addTip(orderNo, fen))} />}
      {can('rate') && (
        <RateCard
          busy={busy}
          onRate={(stars, words) =>
            void act(() => call(errandFunction, 'rateRunner', { orderNo, stars, words }), reload)
          }
        />
      )}
      {can('dispute') && (
        <SayCard
          danger
          title={e.manage.dispute}
          label={e.manage.why}
          submit={e.manage.submit}
          busy={busy}
          max={200}
          pictures={e.manage.evidence}
          onSay={(why, pictures) => void act(() => call(errandFunction, 'dispute', { orderNo, why, pictures }), reload)}
        />
      )}
      <Card title={t.order.history}>
        <OrderHistory order={order} />
      </Card>
    </View>
  )
}

const AddTip = ({ busy, onAdd }: { readonly busy: boolean; readonly onAdd: (fen: number) => void }) => (
  <Card title={e.manage.addTip}>
    <Choices
      value={undefined}
      options={[200, 500, 1000].map((fen) => ({ value: String(fen), label: `¥${yuan(fen)}` }))}
      onChange={(fen) => !busy && onAdd(Number(fen))}
    />
  </Card>
)

const addTip = (orderNo: OrderNo, fen: number) => {
  const wish = { orderNo, tipFen: fen as Fen }
  return placeOnce(requests, `errandTip.${requestOwner()}`, wish, (requestId) =>
    call(errandFunction, 'addTip', { requestId, ...wish }),
  )
}

const payGoods = (orderNo: OrderNo) =>
  placeOnce(requests, `errandGoods.${requestOwner()}`, { orderNo }, (requestId) =>
    call(errandFunction, 'payGoods', { requestId, orderNo }),
  )
