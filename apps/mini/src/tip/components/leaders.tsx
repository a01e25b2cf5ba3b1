import type { CreatorPage, Leader } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { yuan } from '../../format/yuan.ts'
import { useAct } from '../../hooks/use-act.ts'
import { call } from '../../pay.ts'
import { tipFunction } from '../contracts.ts'
import { w } from '../text/index.ts'
import styles from './leaders.module.scss'

const onPage = 10

/** Who gave most: the first ten with the page, the first fifty on request. */
export const Leaders = ({ page }: { readonly page: CreatorPage }) => {
  const [all, setAll] = useState<readonly Leader[]>()
  const { busy, trouble, act } = useAct(w.errors)
  const leaders = all ?? page.leaders
  if (leaders.length === 0) return null
  const { creatorId } = page.creator
  return (
    <Card title={w.creator.leaders}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      {leaders.map(({ place, name, totalFen }, at) => (
        <View className={styles.leader} key={`${at} ${name ?? ''}`}>
          <View className={`${styles.place} ${place <= 3 ? styles.first : ''}`}>{place}</View>
          <View className={styles.name}>{name ?? w.creator.anonymous}</View>
          <View className={styles.sum}>{`¥${yuan(totalFen)}`}</View>
        </View>
      ))}
      {all === undefined && leaders.length >= onPage && (
        <View className={prose.row}>
          <Button
            small
            kind="quiet"
            busy={busy}
            onPress={() => void act(() => call(tipFunction, 'listLeaders', { creatorId }), setAll)}
          >
            {w.creator.more}
          </Button>
        </View>
      )}
    </Card>
  )
}
