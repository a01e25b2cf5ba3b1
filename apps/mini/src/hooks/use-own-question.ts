import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/**
 * Whether an open question is for this page to show: it belongs to the page that was seen when it was put. Going elsewhere for a
 * while (to read the privacy guide) answers nothing; leaving the page for good denies it.
 */
export const useOwnQuestion = (open: boolean, deny: () => void): boolean => {
  const [seen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const own = useRef(false)
  own.current = open && (own.current || seen)
  useEffect(
    () => () => {
      if (own.current) deny()
    },
    [],
  )
  return own.current
}
