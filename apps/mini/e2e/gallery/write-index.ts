import { writeFile } from 'node:fs/promises'
import type { World } from '../world/world.ts'

export interface Shot {
  readonly page: string
  readonly state: string
  readonly look: string
  /** The picture in full size, beside the page. */
  readonly file: string
  readonly picture: Buffer
}

/** One page with a small picture of every shot in it, page by page and state by state; a tap opens the full one. */
export const writeIndex = async (world: World, index: string, shots: readonly Shot[]) => {
  const small = await world.shrink(
    shots.map(({ picture }) => picture),
    220,
  )
  const drawn = shots.map((shot, at) => ({ ...shot, src: small[at] ?? '' }))
  const pages = [...new Set(drawn.map(({ page }) => page))]
  const sections = pages.map((page) => {
    const ofPage = drawn.filter((shot) => shot.page === page)
    const states = [...new Set(ofPage.map(({ state }) => state))].map((state) => {
      const figures = ofPage.filter((shot) => shot.state === state).map(figure)
      return `<h3>${quote(state)}</h3><div class="row">${figures.join('')}</div>`
    })
    return `<section id="${quote(page)}"><h2>${quote(page)}</h2>${states.join('')}</section>`
  })
  const links = pages.map((page) => `<a href="#${quote(page)}">${quote(page)}</a>`).join('')
  await writeFile(index, `${head}<nav>${links}</nav>${sections.join('')}`)
}

const figure = ({ file, look, src }: Shot & { readonly src: string }) =>
  `<figure><a href="${encodeURIComponent(file)}"><img src="${src}" alt="${quote(look)}"></a><figcaption>${quote(look)}</figcaption></figure>`

const quote = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const head = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gallery</title><style>
body{font:14px/1.4 system-ui,sans-serif;margin:24px;background:#ddd;color:#222}
nav{display:flex;flex-wrap:wrap;gap:4px 16px}
.row{display:flex;gap:16px;align-items:flex-start;overflow-x:auto}
figure{margin:0;flex:none}img{display:block;width:220px;background:#fff;box-shadow:0 1px 4px #0004}
figcaption{padding:4px 0 12px}h3{margin:8px 0;font-weight:500}
</style>`
