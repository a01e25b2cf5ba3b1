import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Card } from '../../components/card.tsx'
import { ListFoot } from '../../components/list-foot.tsx'
import { Failed, PageState } from '../../components/page-state.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import type { usePages } from '../../hooks/use-pages.ts'
import { explain } from '../../text/explain.ts'
import { e } from '../text/index.ts'

interface OwnerListProps<T> {
  readonly list: ReturnType<typeof usePages<T>>
  /** In place of `nothing waits`. */
  readonly nothing?: string | undefined
  readonly draw: (item: T) => JSX.Element
}

/** The faces of a list, the same for everything that waits for the owner. */
export const OwnerList = <T,>({ list, nothing = e.owner.nothing, draw }: OwnerListProps<T>) => {
  useReachBottom(list.more)
  const { phase } = list
  if (phase === 'failed') return <Failed note={explain(list.error)} retry={() => void list.reload()} />
  if (phase === 'loading')
    return (
      <Card>
        <Skeleton shape="block" />
      </Card>
    )
  if (list.items.length === 0) return <PageState title={nothing} />
  return (
    <View>
      {list.items.map(draw)}
      <ListFoot phase={phase} onMore={list.more} />
    </View>
  )
}
