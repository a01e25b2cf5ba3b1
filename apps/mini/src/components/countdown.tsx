import { Text } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { countdown } from '../format/countdown.ts'
import { serverNow } from '../server-clock.ts'

interface CountdownProps {
  readonly untilMs: number
  readonly className?: string
  /** Called once, when nothing is left. */
  readonly onEnd?: () => void
}

/** What is left, on the server's clock. A component of its own: each second draws these few characters and no page. */
export const Countdown = ({ untilMs, className = '', onEnd }: CountdownProps) => {
  const [leftMs, setLeftMs] = useState(() => untilMs - serverNow())
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  const ended = leftMs <= 0
  useEffect(() => {
    if (!visible) return
    setLeftMs(untilMs - serverNow())
    const timer = setInterval(() => setLeftMs(untilMs - serverNow()), 1_000)
    return () => clearInterval(timer)
  }, [untilMs, visible])
  useEffect(() => {
    if (ended) onEnd?.()
  }, [ended])
  return <Text className={className}>{countdown(leftMs)}</Text>
}
