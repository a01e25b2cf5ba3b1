import { placeOnce } from '@pay/client'
import type { ErrandView, Fen, OrderNo } from '@pay/core'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { usePlacing } from '../../../hooks/use-placing.ts'
import { OrderHistory } from '../../../order/order-history.tsx'
import { call, requestOwner, requests } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { CallPerson } from '../../components/call-person.tsx'
import { RateCard } from '../../components/rate-card.tsx'
import { SaySheet } from '../../components/say-sheet.tsx'
import { TaskCodes } from '../../components/task-codes.tsx'
import { TaskFacts } from '../../components/task-facts.tsx'
import { TaskHead } from '../../components/task-head.tsx'
import { TaskPlaces } from '../../components/task-places.tsx'
import { errandFunction } from '../../contracts.ts'
import { e } from '../../text/index.ts'
import { type BuyersErrand, useErrand } from '../../use-errand.ts'

/** A task as its buyer sees it, and all that can be done about it. */
function Manage() {
  const { answer, reload } = useErrand()
  useDidShow(() => void reload())
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={() => void reload()} />
  if (answer.phase === 'ready') return <Known {...answer.data} reload={() => void reload()} />
  return <LoadingPage />
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
      return ask(e.manage.cancelTitle, note, e.manage.cancelYes, e.manage.cancelNo)
    }
    return act(() => call(errandFunction, 'cancel', { orderNo, toldFen }), reload, tellFee)
  }
  const confirm = () =>
    act(
      () => call(errandFunction, 'confirm', { orderNo }),
      reload,
      () => ask(e.manage.confirmTitle, e.manage.confirmNote, e.manage.confirm),
    )
  const doable = can('confirm') || can('payGoods') || can('cancel')
  return (
    <View>
      <TaskHead view={view} note={noteOf(view)} />
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {paying.error !== undefined && <NoticeBar kind="danger">{explain(paying.error, e.errors)}</NoticeBar>}
      {view.runner !== undefined && (
        <Card title={e.facts.runner}>
          <View className={prose.between}>
            <View className={prose.grow}>{`${view.runner.name} ${view.runner.phone ?? ''}`}</View>
            {view.runner.phone !== undefined && <CallPerson phone={view.runner.phone} />}
          </View>
        </Card>
      )}
      {view.codes !== undefined && handingOver.includes(view.task) && <TaskCodes codes={view.codes} />}
      {can('rate') && (
        <RateCard
          busy={busy}
          onRate={(stars, words) =>
            void act(() => call(errandFunction, 'rateRunner', { orderNo, stars, words }), reload)
          }
        />
      )}
      {can('addTip') && <AddTip busy={paying.busy} onAdd={(fen) => paying.submit(() => addTip(orderNo, fen))} />}
      <TaskPlaces view={view} />
      <TaskFacts view={view} />
      {can('dispute') && (
        <Card>
          <SaySheet
            danger
            title={e.manage.dispute}
            label={e.manage.why}
            submit={e.manage.submit}
            busy={busy}
            max={200}
            pictures={e.manage.evidence}
            onSay={(why, pictures) =>
              void act(() => call(errandFunction, 'dispute', { orderNo, why, pictures }), reload)
            }
          />
        </Card>
      )}
      <Card title={t.order.history}>
        <OrderHistory order={order} />
      </Card>
      {doable && (
        <BottomBar>
          {can('cancel') && (
            <Button grow kind="quiet" busy={busy} onPress={() => void cancel()}>
              {e.manage.cancel}
            </Button>
          )}
          {can('payGoods') && (
            <Button grow busy={paying.busy} onPress={() => paying.submit(() => payGoods(orderNo))}>
              {e.manage.payGoods(yuan(view.goodsMissingFen ?? 0))}
            </Button>
          )}
          {can('confirm') && (
            <Button grow busy={busy} onPress={() => void confirm()}>
              {e.manage.confirm}
            </Button>
          )}
        </BottomBar>
      )}
    </View>
  )
}

/** While the codes are still to be told to somebody. */
const handingOver: readonly ErrandView['task'][] = ['open', 'taken', 'pickedUp']

const noteOf = ({ task, autoConfirmAtMs }: ErrandView): string | undefined => {
  if (task === 'open') return e.manage.waiting
  return autoConfirmAtMs === undefined ? undefined : e.manage.autoConfirm(moment(autoConfirmAtMs))
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
