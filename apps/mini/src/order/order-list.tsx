import type { OrderView } from '@pay/core'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { chunksOf } from './chunks-of.ts'

interface OrderListProps {
  readonly orders: readonly OrderView[]
  readonly draw: (order: OrderView) => ReactNode
}

/** Any number of orders: only those near the screen are drawn, the others keep their place. WeChat wants fewer than 1000 nodes. */
export const OrderList = ({ orders, draw }: OrderListProps) => (
  <View>
    {chunksOf(orders, perChunk).map((chunk, at) => (
      <Chunk key={at} id={`orders-${at}`} orders={chunk} draw={draw} />
    ))}
  </View>
)

const perChunk = 10

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
      const observer = Taro.createIntersectionObserver(Taro.getCurrentInstance().page ?? {})
      observer.relativeToViewport(around).observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
        const { height = 0 } = (boundingClientRect ?? {}) as { readonly height?: number }
        // A page that is not shown has no height, and tells nothing.
        if (height > 0) setHeightPx(intersectionRatio > 0 ? undefined : height)
      })
      return () => observer.disconnect()
    }, [id])
    return (
      <View id={id} style={heightPx === undefined ? {} : { height: `${heightPx}px` }}>
        {heightPx === undefined && orders.map(draw)}
      </View>
    )
  },
  (before, after) => before.orders === after.orders,
)

/** A screen and a half above and below, so that a quick thumb meets no gap. */
const around = { top: 1_200, bottom: 1_200 }
