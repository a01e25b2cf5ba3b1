import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { ownerFunction } from '../../../owner/contracts.ts'
import { useOwnedOrder } from '../../../owner/use-owned-order.ts'
import { call } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { w } from '../../text/index.ts'

/** A whole tip back to who gave it, on the owner's word. */
function GiveBack() {
  const { answer, reload } = useOwnedOrder()
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, w.errors)} retry={() => void reload()} />
  if (answer.phase === 'ready') return <Known order={answer.data} />
  return <LoadingPage />
}

export default screen(GiveBack, w.giveBack.title)

const Known = ({ order: { orderNo, totalFen, detail } }: { readonly order: OrderView }) => {
  const { busy, trouble, act } = useAct(w.errors)
  if (detail.vertical !== 'tip' || detail.progress === 'none' || detail.progress === 'takenBack')
    return <PageState title={w.giveBack.none} />
  const giveBack = () =>
    act(
      () => call(ownerFunction, 'giveBackTip', { orderNo }),
      () => Taro.navigateBack(),
      () => ask(w.giveBack.sure, w.giveBack.sureNote(yuan(totalFen)), w.giveBack.title),
    )
  return (
    <View className={prose.page}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Card title={w.line(detail.creatorName)}>
        <Facts
          facts={[
            { label: w.form.amount, value: `¥${yuan(totalFen)}` },
            ...(detail.message === '' ? [] : [{ label: w.message, value: detail.message }]),
          ]}
        />
        <View className={prose.note}>{w.giveBack.note}</View>
        <View className={prose.gap} />
        <Button kind="danger" busy={busy} onPress={() => void giveBack()}>
          {w.giveBack.title}
        </Button>
      </Card>
    </View>
  )
}
