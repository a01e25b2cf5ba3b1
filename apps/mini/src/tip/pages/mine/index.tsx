import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { Card } from '../../../components/card.tsx'
import { LinkRow } from '../../../components/link-row.tsx'
import { ListFoot } from '../../../components/list-foot.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { tipFunction } from '../../contracts.ts'
import { w } from '../../text/index.ts'

/** What the caller gave, newest first. */
function MyTips() {
  const { items, phase, error, reload, more } = usePages('tips', (cursor) =>
    call(tipFunction, 'mine', cursor === undefined ? {} : { cursor }),
  )
  useReachBottom(more)
  if (phase === 'failed') return <Failed note={explain(error)} retry={() => void reload()} />
  if (phase === 'loading') return <LoadingPage />
  if (items.length === 0)
    return (
      <PageState
        title={w.mine.empty}
        note={w.mine.emptyNote}
        action={{ label: w.give, run: () => void Taro.redirectTo({ url: '/tip/pages/home/index' }) }}
      />
    )
  return (
    <View className={prose.page}>
      <Card>
        {items.map(({ orderNo, creatorName, amountFen, countedFen, atMs }) => (
          <LinkRow
            key={orderNo}
            title={`${w.line(creatorName)} ¥${yuan(amountFen)}`}
            note={`${moment(atMs)}${countedFen === 0 ? ` · ${w.mine.back}` : ''}`}
            to={`/pages/order/index?orderNo=${orderNo}`}
          />
        ))}
      </Card>
      <ListFoot phase={phase} onMore={more} />
    </View>
  )
}

export default screen(MyTips, w.mineLink)
