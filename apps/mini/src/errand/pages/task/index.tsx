import type { Fen, OrderNo, RunnerTask } from '@pay/core'
import { hasPickupCode, parseYuan } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { timeOfDay } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { History } from '../../../order/order-history.tsx'
import { orderNoIn } from '../../../order/order-no-in.ts'
import { call } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { t } from '../../../text/index.ts'
import { RateCard } from '../../components/rate-card.tsx'
import { SayForm } from '../../components/say-form.tsx'
import { SaySheet } from '../../components/say-sheet.tsx'
import { TaskFacts } from '../../components/task-facts.tsx'
import { TaskHead } from '../../components/task-head.tsx'
import { TaskPlaces } from '../../components/task-places.tsx'
import { errandFunction } from '../../contracts.ts'
import { e } from '../../text/index.ts'

/** A task as its runner sees it: where, what, and the next thing to do. */
function Task() {
  const orderNo = orderNoIn(useRouter().params.orderNo)
  return orderNo === undefined ? <PageState title={t.order.missing} /> : <Known orderNo={orderNo} />
}

export default screen(Task, e.task.title)

const Known = ({ orderNo }: { readonly orderNo: OrderNo }) => {
  const { answer, reload } = useAnswer(orderNo, () => call(errandFunction, 'task', { orderNo }))
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, e.errors)} retry={() => void reload()} />
  if (answer.phase === 'ready') return <Shown task={answer.data} reload={() => void reload()} />
  return <LoadingPage />
}

const Shown = ({
  task: { orderNo, detail, history, buyerRating },
  reload,
}: {
  readonly task: RunnerTask
  readonly reload: () => void
}) => {
  const { busy, trouble, act, setTrouble } = useAct(e.errors)
  const can = (action: (typeof detail.actions)[number]) => detail.actions.includes(action)
  const inFen = (typed: string, then: (fen: Fen) => void) => {
    const parsed = parseYuan(typed)
    if (parsed.ok) then(parsed.value)
    else setTrouble(e.errors.GOODS_OUT_OF_RANGE)
  }
  const pickUp = (part: { readonly code?: string; readonly goodsFen?: Fen; readonly receipt?: string[] }) =>
    void act(() => call(errandFunction, 'pickUp', { orderNo, ...part }), reload)
  const drop = (why: string) =>
    act(
      () => call(errandFunction, 'drop', { orderNo, why }),
      () => Taro.redirectTo({ url: '/errand/pages/run/index' }),
      () => ask(e.task.dropTitle, e.task.dropNote, e.task.drop),
    )
  return (
    <View>
      <TaskHead view={detail} states={e.run.states} note={earningOf(detail)} />
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {detail.codePausedUntilMs !== undefined && (
        <NoticeBar>{e.task.paused(timeOfDay(detail.codePausedUntilMs))}</NoticeBar>
      )}
      {can('pickUp') && (
        <PickUp
          kind={detail.kind}
          busy={busy}
          onCode={(code) => pickUp({ code })}
          onSpent={(typed, receipt) => inFen(typed, (goodsFen) => pickUp({ goodsFen, receipt }))}
          onBegin={() => pickUp({})}
        />
      )}
      {can('deliver') && (
        <Card title={e.task.deliver}>
          <SayForm
            label={e.task.deliveryCode}
            submit={e.task.deliver}
            kind="number"
            max={4}
            busy={busy}
            onSay={(code) => void act(() => call(errandFunction, 'deliver', { orderNo, code }), reload)}
          />
        </Card>
      )}
      {can('rate') && (
        <RateCard
          busy={busy}
          onRate={(stars, words) =>
            void act(() => call(errandFunction, 'rateBuyer', { orderNo, stars, words }), reload)
          }
        />
      )}
      <TaskPlaces view={detail} />
      <TaskFacts view={detail} />
      {buyerRating !== undefined && (
        <View className={prose.lead}>
          {e.task.buyer((buyerRating.stars / buyerRating.count).toFixed(1), buyerRating.count)}
        </View>
      )}
      {(can('askGoods') || can('drop') || can('dispute')) && (
        <Card>
          {can('askGoods') && (
            <SaySheet
              title={e.task.askGoods}
              label={e.task.goodsNeeded}
              submit={e.manage.submit}
              kind="digit"
              max={10}
              busy={busy}
              onSay={(typed) =>
                inFen(
                  typed,
                  (goodsFen) => void act(() => call(errandFunction, 'askGoods', { orderNo, goodsFen }), reload),
                )
              }
            />
          )}
          {can('drop') && (
            <SaySheet
              danger
              title={e.task.drop}
              label={e.task.why}
              submit={e.task.drop}
              busy={busy}
              onSay={(why) => void drop(why)}
            />
          )}
          {can('dispute') && (
            <SaySheet
              danger
              title={e.task.trouble}
              label={e.task.why}
              submit={e.manage.submit}
              max={200}
              busy={busy}
              pictures={e.manage.evidence}
              onSay={(why, pictures) =>
                void act(() => call(errandFunction, 'reportTrouble', { orderNo, why, pictures }), reload)
              }
            />
          )}
        </Card>
      )}
      <Card title={t.order.history}>
        <History history={history} whats={e.runnerWhats} />
      </Card>
    </View>
  )
}

const earningOf = ({ earningFen }: RunnerTask['detail']): string | undefined =>
  earningFen === undefined ? undefined : `${e.facts.earning} ¥${yuan(earningFen)}`

interface PickUpProps {
  readonly kind: RunnerTask['detail']['kind']
  readonly busy: boolean
  readonly onCode: (code: string) => void
  readonly onSpent: (typed: string, receipt: string[]) => void
  readonly onBegin: () => void
}

/** The first half is done: by a code, by a receipt, or by beginning. */
const PickUp = ({ kind, busy, onCode, onSpent, onBegin }: PickUpProps) => {
  if (hasPickupCode(kind))
    return (
      <Card title={e.task.pickUp}>
        <SayForm label={e.task.pickupCode} submit={e.task.pickUp} kind="number" max={4} busy={busy} onSay={onCode} />
      </Card>
    )
  if (kind === 'buy')
    return (
      <Card title={e.task.bought}>
        <SayForm
          label={e.task.spent}
          submit={e.task.bought}
          kind="digit"
          max={10}
          pictures={e.task.receipt}
          busy={busy}
          onSay={onSpent}
        />
      </Card>
    )
  return (
    <Card>
      <Button busy={busy} onPress={onBegin}>
        {e.task.begin}
      </Button>
    </Card>
  )
}
