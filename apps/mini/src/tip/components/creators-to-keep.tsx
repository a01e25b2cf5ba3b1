import { newRequestId } from '@pay/client'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ListFoot } from '../../components/list-foot.tsx'
import { Failed } from '../../components/page-state.tsx'
import prose from '../../components/prose.module.scss'
import { Skeleton } from '../../components/skeleton.tsx'
import { usePages } from '../../hooks/use-pages.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { explain } from '../../text/explain.ts'
import { w } from '../text/index.ts'
import { CreatorForm } from './creator-form.tsx'

/** The creators' pages, to be written by the owner; new ones stand first until the list is read again. */
export const CreatorsToKeep = () => {
  const [fresh, setFresh] = useState<readonly string[]>([])
  const { items, phase, error, reload, more } = usePages('all', (cursor) =>
    call(ownerFunction, 'listAllCreators', cursor === undefined ? {} : { cursor }),
  )
  useReachBottom(more)
  if (phase === 'failed') return <Failed note={explain(error)} retry={() => void reload()} />
  if (phase === 'loading')
    return (
      <Card>
        <Skeleton shape="block" />
      </Card>
    )
  return (
    <>
      <View className={prose.actions}>
        <Button small kind="quiet" onPress={() => setFresh([newCreatorId(), ...fresh])}>
          {w.creatorForm.add}
        </Button>
      </View>
      {fresh.map((creatorId) => (
        <CreatorForm key={creatorId} creatorId={creatorId} />
      ))}
      {items.map((creator) => (
        <CreatorForm key={creator.creatorId} creatorId={creator.creatorId} known={creator} />
      ))}
      <ListFoot phase={phase} onMore={more} />
    </>
  )
}

/** Not known to anybody yet. */
const newCreatorId = () => newRequestId(Date.now(), Math.random)
