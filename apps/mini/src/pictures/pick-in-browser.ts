import type { Picked } from './pick-pictures.ts'
import { shrinkInBrowser } from './shrink-in-browser.ts'

/** The browser's own file dialog. Taro's never answers when it is closed without a choice. */
export const pickInBrowser = (most: number): Promise<readonly Picked[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = most > 1
    input.style.display = 'none'
    const end = (picked: readonly Picked[]) => {
      input.remove()
      resolve(picked)
    }
    input.oncancel = () => end([])
    input.onchange = () => void Promise.all([...(input.files ?? [])].slice(0, most).map(pickedOf)).then(end)
    // A dialog that is not in the document opens in Chromium, and in Safari only sometimes.
    document.body.append(input)
    input.click()
  })

const pickedOf = async (file: File): Promise<Picked> => {
  const blob = await shrinkInBrowser(file)
  return { path: URL.createObjectURL(blob), bytes: blob.size, blob }
}
