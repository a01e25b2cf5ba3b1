import Taro from '@tarojs/taro'

/** Whether it is on the screen or about a screen away, and how high it is in px. */
type Told = (near: boolean, heightPx: number) => void

/** Tells of the element of this id at once where it is far away, and whenever that changes. Answers how to stop. */
export const watchNear = (id: string, told: Told): (() => void) =>
  process.env.TARO_ENV === 'h5' ? watchInBrowser(id, told) : watchOnPhone(id, told)

const watchOnPhone = (id: string, told: Told) => {
  // What is drawn counts as seen: of one that is far away from the beginning WeChat would else say nothing.
  const observer = Taro.createIntersectionObserver(Taro.getCurrentInstance().page ?? {}, { initialRatio: 1 })
  observer
    .relativeToViewport({ top: aroundPx, bottom: aroundPx })
    .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
      const { height = 0 } = (boundingClientRect ?? {}) as { readonly height?: number }
      told(intersectionRatio > 0, height)
    })
  return () => observer.disconnect()
}

/** Taro's own looks from the window, where the page's box cuts off whatever is around the screen. */
const watchInBrowser = (id: string, told: Told) => {
  const element = document.getElementById(id)
  if (element === null) return () => {}
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1)
      if (last !== undefined) told(last.isIntersecting, last.boundingClientRect.height)
    },
    { root: element.closest('.taro_page'), rootMargin: `${aroundPx}px 0px` },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

/** More than a screen, so that a quick thumb meets no gap. */
const aroundPx = 900
