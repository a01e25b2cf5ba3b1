import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ListFoot } from '../../components/list-foot.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import { Failed, PageState } from '../../components/page-state.tsx'
import prose from '../../components/prose.module.scss'
import { Skeleton } from '../../components/skeleton.tsx'
import { useAct } from '../../hooks/use-act.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { explain } from '../../text/explain.ts'
import { w } from '../text/index.ts'

/** Messages that WeChat is not sure about: the owner reads them. */
export const MessagesToJudge = () => {
  const { items, phase, error, reload, more } = usePages('messages', (cursor) =>
    call(ownerFunction, 'listMessages', cursor === undefined ? {} : { cursor }),
  )
  useReachBottom(more)
  if (phase === 'failed') return <Failed note={explain(error)} retry={() => void reload()} />
  if (phase === 'loading')
    return (
      <Card>
        <Skeleton shape="block" />
      </Card>
    )
  if (items.length === 0) return <PageState title={w.owner.nothing} />
  return (
    <View>
      {items.map((order) => (
        <Message key={order.orderNo} order={order} onDone={() => void reload()} />
      ))}
      <ListFoot phase={phase} onMore={more} />
    </View>
  )
}

const Message = ({ order, onDone }: { readonly order: OrderView; readonly onDone: () => void }) => {
  const { busy, trouble, act } = useAct(w.errors)
  const { orderNo, detail } = order
  if (detail.vertical !== 'tip') return null
  const { giverName, message } = detail
  const judge = (show: boolean) => void act(() => call(ownerFunction, 'judgeMessage', { orderNo, show }), onDone)
  return (
    <Card title={detail.creatorName}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View>{giverName === '' || message === '' ? giverName + message : w.owner.said(giverName, message)}</View>
      <View className={prose.gap} />
      <View className={prose.row}>
        <Button small busy={busy} onPress={() => judge(true)}>
          {w.owner.show}
        </Button>
        <Button small kind="danger" busy={busy} onPress={() => judge(false)}>
          {w.owner.hide}
        </Button>
      </View>
    </Card>
  )
}
