import type { CreatorPage, ShownTip } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ListFoot } from '../../components/list-foot.tsx'
import prose from '../../components/prose.module.scss'
import { moment } from '../../format/moment.ts'
import { yuan } from '../../format/yuan.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { call } from '../../pay.ts'
import { tipFunction } from '../contracts.ts'
import { w } from '../text/index.ts'
import styles from './recent-tips.module.scss'

/** What was given last; all of it on request, page by page. */
export const RecentTips = ({ page: { creator, recent, tips } }: { readonly page: CreatorPage }) => {
  const [all, setAll] = useState(false)
  if (recent.length === 0) return null
  if (all) return <AllTips creatorId={creator.creatorId} shown={recent} />
  return (
    <Card title={w.creator.recent}>
      <Tips tips={recent} />
      {tips > recent.length && (
        <View className={prose.row}>
          <Button small kind="quiet" onPress={() => setAll(true)}>
            {w.creator.more}
          </Button>
        </View>
      )}
    </Card>
  )
}

const AllTips = ({ creatorId, shown }: { readonly creatorId: string; readonly shown: readonly ShownTip[] }) => {
  const { items, phase, reload, more } = usePages<ShownTip>(creatorId, (cursor) =>
    call(tipFunction, 'listTips', { creatorId, ...(cursor !== undefined && { cursor }) }),
  )
  return (
    <>
      <Card title={w.creator.recent}>
        <Tips tips={phase === 'loading' || phase === 'failed' ? shown : items} />
      </Card>
      {phase !== 'loading' && (
        <ListFoot
          phase={phase === 'failed' ? 'moreFailed' : phase}
          onMore={phase === 'failed' ? () => void reload() : more}
        />
      )}
    </>
  )
}

const Tips = ({ tips }: { readonly tips: readonly ShownTip[] }) => (
  <View>
    {tips.map(({ name, amountFen, message, atMs }, at) => (
      <View className={styles.tip} key={`${at} ${atMs}`}>
        <View className={styles.head}>
          <View className={prose.grow}>{name ?? w.creator.anonymous}</View>
          <View className={styles.sum}>{`¥${yuan(amountFen)}`}</View>
        </View>
        {message !== undefined && message !== '' && <View className={styles.words}>{message}</View>}
        <View className={prose.note}>{moment(atMs)}</View>
      </View>
    ))}
  </View>
)
