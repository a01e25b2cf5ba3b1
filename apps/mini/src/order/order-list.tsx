import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { chunksOf } from './chunks-of.ts'
import { watchNear } from './watch-near.ts'

interface OrderListProps {
  readonly orders: readonly OrderView[]
  readonly draw: (order: OrderView) => ReactNode
}

/** Any number of orders: only those near the screen are drawn, the others keep their place. WeChat wants fewer than 1000 nodes. */
export const OrderList = ({ orders, draw }: OrderListProps) => {
  // The page below may have such a list as well.
  const [list] = useState(() => ++lists)
  return (
    <View>
      {chunksOf(orders, perChunk).map((chunk, at) => (
        <Chunk key={at} id={`orders-${list}-${at}`} orders={chunk} draw={draw} />
      ))}
    </View>
  )
}

const perChunk = 5

const Chunk = memo(
  ({ id, orders, draw }: OrderListProps & { readonly id: string }) => {
    const [heightPx, setHeightPx] = useState<number>()
    const last = useRef(orders)
    // Other orders may be taller: they are drawn once before they are put away again.
    if (last.current !== orders) {
      last.current = orders
      if (heightPx !== undefined) setHeightPx(undefined)
    }
    useEffect(() => {
      // A page that is not shown has no height, and tells nothing.
      return watchNear(id, (near, height) => {
        if (height > 0) setHeightPx(near ? undefined : height)
      })
    }, [id])
    return (
      <View id={id} style={heightPx === undefined ? {} : { height: `${heightPx}px` }}>
        {heightPx === undefined && orders.map(draw)}
      </View>
    )
  },
  (before, after) => before.orders === after.orders,
)

let lists = 0
