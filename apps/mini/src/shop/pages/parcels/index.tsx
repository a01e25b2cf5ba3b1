import type { OrderView, ShopView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { addressLine } from '../../../address/address-lines.ts'
import { BottomBar } from '../../../components/bottom-bar.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { moment } from '../../../format/moment.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { call } from '../../../pay.ts'
import { ask } from '../../../platform/ask.ts'
import { explain } from '../../../text/explain.ts'
import { carrierName } from '../../carriers.ts'
import { shopFunction } from '../../contracts.ts'
import { s } from '../../text/index.ts'
import { useShopOrder } from '../../use-shop-order.ts'

/** Where the goods are, and the word that they have come. */
function Parcels() {
  const { answer, reload } = useShopOrder()
  if (answer.phase === 'failed') return <Failed note={explain(answer.error)} retry={() => void reload()} />
  if (answer.phase === 'loading') return <LoadingPage />
  return <Known {...answer.data} reload={() => void reload()} />
}

export default screen(Parcels, s.ways.parcels)

interface KnownProps {
  readonly order: OrderView
  readonly view: ShopView
  readonly reload: () => void
}

const Known = ({ order: { orderNo }, view, reload }: KnownProps) => {
  const { busy, trouble, act } = useAct(s.errors)
  const confirm = () =>
    act(
      () => call(shopFunction, 'confirmReceipt', { orderNo }),
      () => Taro.navigateBack(),
      () => ask(s.parcels.confirmTitle, s.parcels.confirmNote, s.parcels.confirm),
    )
  const remind = () => void act(() => call(shopFunction, 'remind', { orderNo }), reload)
  return (
    <View className={prose.page}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {view.parcels.length === 0 && (
        <PageState
          title={s.parcels.none}
          note={view.remindedAtMs === undefined ? s.parcels.noneNote : s.parcels.reminded(moment(view.remindedAtMs))}
          {...(view.actions.includes('remind') && { action: { label: s.ways.remind, run: remind } })}
        />
      )}
      {view.parcels.map(({ carrier, trackingNo, sentAtMs }) => (
        <Card key={trackingNo}>
          <Facts
            facts={[
              { label: s.parcels.carrier, value: carrierName(carrier) },
              { label: s.parcels.trackingNo, value: trackingNo },
              { label: s.parcels.sentAt, value: moment(sentAtMs) },
            ]}
          />
          <View className={prose.gap} />
          <Button small kind="quiet" onPress={() => void Taro.setClipboardData({ data: trackingNo })}>
            {s.parcels.copy}
          </Button>
        </Card>
      ))}
      {view.address !== undefined && (
        <Card title={s.address}>
          <View>{`${view.address.name} ${view.address.phone}`}</View>
          <View className={prose.note}>{addressLine(view.address)}</View>
        </Card>
      )}
      {view.autoConfirmAtMs !== undefined && (
        <View className={prose.lead}>{s.parcels.autoConfirm(moment(view.autoConfirmAtMs))}</View>
      )}
      {view.actions.includes('confirmReceipt') && (
        <BottomBar>
          <Button grow busy={busy} onPress={() => void confirm()}>
            {s.parcels.confirm}
          </Button>
        </BottomBar>
      )}
    </View>
  )
}
