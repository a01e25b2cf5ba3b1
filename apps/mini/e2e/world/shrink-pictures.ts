import type { Browser } from 'playwright-core'

/** The browser draws them smaller: no library for pictures is needed. */
export const shrinkPictures = async (browser: Browser, pictures: readonly Buffer[], width: number) => {
  const page = await browser.newPage()
  const small: string[] = []
  for (const picture of pictures) small.push(await page.evaluate(shrink, { data: picture.toString('base64'), width }))
  await page.close()
  return small
}

const shrink = async ({ data, width }: { readonly data: string; readonly width: number }) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round((picture.height * width) / picture.width)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/webp', 0.8)
}
