import type { HallTask, Point } from '@pay/core'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Choices } from '../../../components/choices.tsx'
import { ListFoot } from '../../../components/list-foot.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import { Price } from '../../../components/price.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { useMessages } from '../../../subscribe/use-messages.ts'
import { explain } from '../../../text/explain.ts'
import { errandFunction } from '../../contracts.ts'
import { kilometres } from '../../entry.ts'
import { askWhereAgain, whereAmI } from '../../places.ts'
import { type HallSort, hallSorts, sortTasks } from '../../sort-tasks.ts'
import { e } from '../../text/index.ts'

/** Open tasks around the runner. The location is asked for here, where it is needed, and nowhere else. */
function Hall() {
  const [at, setAt] = useState<Point | 'unknown'>()
  useEffect(() => {
    void whereAmI().then((point) => setAt(point ?? 'unknown'))
  }, [])
  if (at === 'unknown')
    return (
      <PageState
        title={e.hall.noPlace}
        action={{
          label: e.place.choose,
          run: () => void askWhereAgain().then((point) => point && setAt(point)),
        }}
      />
    )
  return at === undefined ? <Loading /> : <Around at={at} />
}

export default screen(Hall, e.hall.title)

const Around = ({ at }: { readonly at: Point }) => {
  const [sort, setSort] = useState<HallSort>('nearest')
  const { items, phase, error, reload, more } = usePages('hall', (cursor) =>
    call(errandFunction, 'hall', { at: { lat: at.lat, lng: at.lng }, ...(cursor !== undefined && { cursor }) }),
  )
  const { busy, trouble, act } = useAct(e.errors)
  const askMessages = useMessages('errand.take')
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(more)
  const take = async ({ orderNo }: HallTask) => {
    await act(
      () => call(errandFunction, 'take', { orderNo }),
      () => Taro.navigateTo({ url: `/errand/pages/task/index?orderNo=${orderNo}` }),
      async () => {
        const sure = await ask(e.hall.takeTitle, e.hall.takeNote, e.hall.take)
        // The answer of a dialog counts as a tap.
        if (sure) await askMessages()
        return sure
      },
    )
    void reload()
  }
  if (phase === 'loading') return <Loading />
  if (phase === 'failed') return <Failed note={explain(error, e.errors)} retry={() => void reload()} />
  return (
    <View className={prose.page}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Card>
        <Choices
          value={sort}
          options={hallSorts.map((value) => ({ value, label: e.hall[value] }))}
          onChange={setSort}
        />
      </Card>
      {items.length === 0 && <PageState title={e.hall.empty} note={e.hall.emptyNote} />}
      {sortTasks(items, sort).map((task) => (
        <TaskCard key={task.orderNo} task={task} busy={busy} onTake={() => void take(task)} />
      ))}
      {items.length > 0 && <ListFoot phase={phase} onMore={more} />}
    </View>
  )
}

const TaskCard = ({
  task,
  busy,
  onTake,
}: {
  readonly task: HallTask
  readonly busy: boolean
  readonly onTake: () => void
}) => (
  <Card>
    <View className={prose.between}>
      <View className={prose.heading}>{e.kinds[task.kind]}</View>
      <Price fen={task.earningFen} />
    </View>
    <View>{`${task.fromArea ?? e.hall.anywhere} → ${task.toArea}`}</View>
    <View className={prose.pieces}>
      {[
        e.hall.away(kilometres(task.awayM)),
        e.hall.way(kilometres(task.distanceM)),
        task.wantedAtMs === undefined ? '' : e.hall.wanted(moment(task.wantedAtMs)),
        task.weightKg > 0 ? e.facts.kg(task.weightKg) : '',
        task.tipFen > 0 ? e.hall.tip(yuan(task.tipFen)) : '',
        task.goodsFen > 0 ? e.hall.goods(yuan(task.goodsFen)) : '',
      ]
        .filter((part) => part !== '')
        .map((part) => (
          <View key={part}>{part}</View>
        ))}
    </View>
    <View className={prose.gap} />
    {task.mine ? (
      <View className={prose.note}>{e.hall.mine}</View>
    ) : (
      <Button small busy={busy} onPress={onTake}>
        {e.hall.take}
      </Button>
    )}
  </Card>
)

const Loading = () => (
  <View className={prose.page}>
    <Card>
      <Skeleton shape="block" />
    </Card>
    <Card>
      <Skeleton shape="block" />
    </Card>
  </View>
)
