/**
 * Drawings of the example shop: small enough to travel in a document, sharp on every screen, nobody else's property.
 * Every one is 400 × 400; `scene` gives the light and the table.
 */
const scene = (sky: string, table: string, drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><defs><radialGradient id="l" cx=".35" cy=".25" r="1"><stop stop-color="#fff" stop-opacity=".75"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><path fill="${sky}" d="M0 0h400v400H0z"/><path fill="${table}" d="M0 292q200-22 400 0v108H0z"/><path fill="url(#l)" d="M0 0h400v400H0z"/>${drawing}</svg>`

const shadow = (x: number, y: number, width: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${Math.round(width / 7)}" fill="#1b2a24" opacity=".16"/>`

export const pictures = {
  cup: scene(
    '#dfe9e2',
    '#cdbfa8',
    `${shadow(200, 316, 104)}<path d="M300 196q52-6 50 34t-62 44l6-18q34-6 36-28t-32-16z" fill="#86aa9a"/><path d="M102 164h196q2 92-42 138-12 14-28 14h-56q-16 0-28-14-44-46-42-138z" fill="#9dc0b0"/><path d="M118 176h50q-8 78 28 128h-24q-14 0-24-10-32-38-30-118z" fill="#fff" opacity=".28"/><ellipse cx="200" cy="164" rx="98" ry="22" fill="#b7d3c6"/><ellipse cx="200" cy="166" rx="84" ry="15" fill="#6f5a3e"/><ellipse cx="182" cy="163" rx="40" ry="6" fill="#8d7551"/>`,
  ),
  coffee: scene(
    '#efe3d3',
    '#b79873',
    `${shadow(200, 332, 108)}<path d="M112 122l14-38h148l14 38v188q0 18-18 18H130q-18 0-18-18z" fill="#4a3428"/><path d="M126 84h148l6 18H120z" fill="#33231a"/><path d="M112 122h44v206h-26q-18 0-18-18z" fill="#fff" opacity=".08"/><rect x="142" y="168" width="116" height="104" rx="8" fill="#f4ead9"/><g fill="#7a5233"><ellipse cx="178" cy="218" rx="18" ry="26" transform="rotate(-28 178 218)"/><ellipse cx="222" cy="222" rx="18" ry="26" transform="rotate(24 222 222)"/></g><path d="M168 196q16 22 20 44M232 200q-14 20-20 44" stroke="#f4ead9" stroke-width="5" fill="none" stroke-linecap="round"/>`,
  ),
  postcard: scene(
    '#e3ecf2',
    '#d6c7ae',
    `${shadow(204, 322, 120)}<g transform="rotate(-9 200 210)"><rect x="78" y="128" width="236" height="160" rx="6" fill="#fff"/><path d="M90 140h212v100H90z" fill="#b9d6e4"/><path d="M90 240l58-62 40 42 34-28 80 48z" fill="#6f9a86"/><circle cx="262" cy="168" r="16" fill="#f3c26b"/></g><g transform="rotate(7 200 220)"><rect x="96" y="150" width="230" height="156" rx="6" fill="#fffaf0"/><path d="M214 170v116" stroke="#cbbd9f" stroke-width="3"/><path d="M118 196h74M118 218h74M118 240h52" stroke="#b7a98b" stroke-width="4" stroke-linecap="round"/><rect x="266" y="166" width="42" height="48" fill="#c8553d"/><path d="M232 244h70M232 264h54" stroke="#b7a98b" stroke-width="4" stroke-linecap="round"/></g>`,
  ),
  towel: scene(
    '#eef0ea',
    '#c9b697',
    `${shadow(200, 322, 116)}<path d="M92 120q108 22 216 0v190q-108 22-216 0z" fill="#f7f2e6"/><path d="M92 150q108 22 216 0v14q-108 22-216 0zM92 182q108 22 216 0v6q-108 22-216 0zM92 266q108 22 216 0v22q-108 22-216 0z" fill="#3f5f83"/><path d="M92 120q30 6 62 9v189q-32-2-62-8z" fill="#000" opacity=".05"/><path d="M100 312v16m22-13v16m22-14v16m22-15v16m22-16v16m22-16v16m22-16v15m22-17v16m22-18v16m22-20v16" stroke="#e6dcc6" stroke-width="5"/>`,
  ),
  spoon: scene(
    '#e6ebdc',
    '#b99c72',
    `${shadow(206, 318, 118)}<g transform="rotate(-34 200 220)"><rect x="62" y="210" width="210" height="18" rx="9" fill="#c99f5e"/><path d="M62 219h210v9H62z" fill="#a97f41" opacity=".5"/><path d="M262 219q22-40 78-32 18 32 0 64-56 8-78-32z" fill="#d4ae70"/><path d="M276 219q18-24 56-18 8 18 0 36-38 6-56-18z" fill="#b58a4c"/></g><g fill="#62805a"><circle cx="128" cy="296" r="8"/><circle cx="150" cy="304" r="6"/><circle cx="112" cy="310" r="6"/><circle cx="172" cy="298" r="5"/></g>`,
  ),
  tea: scene(
    '#e4eddc',
    '#c2aa83',
    `${shadow(200, 328, 92)}<rect x="122" y="126" width="156" height="196" rx="14" fill="#5f8a5a"/><rect x="122" y="126" width="46" height="196" rx="14" fill="#fff" opacity=".14"/><rect x="114" y="96" width="172" height="44" rx="12" fill="#486c45"/><circle cx="200" cy="228" r="52" fill="#f2f4e4"/><path d="M200 266q-34-34 0-80 34 46 0 80z" fill="#7fa86b"/><path d="M200 266v-60" stroke="#f2f4e4" stroke-width="4"/><path d="M200 262q-40-2-44-40 40 2 44 40zM200 262q40-2 44-40-40 2-44 40z" fill="#9cc084"/>`,
  ),
  honey: scene(
    '#f6ead0',
    '#cda872',
    `${shadow(200, 326, 92)}<path d="M128 150h144q18 20 18 50v96q0 24-24 24H134q-24 0-24-24v-96q0-30 18-50z" fill="#e8a33a"/><path d="M128 150h34q-12 24-12 50v120h-16q-24 0-24-24v-96q0-30 18-50z" fill="#fff" opacity=".3"/><rect x="124" y="112" width="152" height="42" rx="10" fill="#8a5a2b"/><path d="M150 206h100v74H150z" fill="#fff6e1"/><path d="M200 216l24 14v28l-24 14-24-14v-28z" fill="#f0b64e"/><path d="M200 226l14 8v18l-14 8-14-8v-18z" fill="#fff6e1"/>`,
  ),
  notebook: scene(
    '#e8e6ef',
    '#bfae95',
    `${shadow(204, 326, 108)}<g transform="rotate(-6 200 210)"><rect x="110" y="94" width="190" height="236" rx="8" fill="#2f4858"/><rect x="110" y="94" width="30" height="236" rx="8" fill="#243946"/><path d="M140 116h12M140 152h12M140 188h12M140 224h12M140 260h12M140 296h12" stroke="#e9dcc0" stroke-width="6" stroke-linecap="round"/><rect x="190" y="126" width="76" height="112" rx="4" fill="#f3ead6"/><path d="M228 142v80" stroke="#2f4858" stroke-width="5" stroke-dasharray="14 10"/></g>`,
  ),
  vase: scene(
    '#ece7df',
    '#c5b398',
    `${shadow(200, 330, 84)}<path d="M204 150q-10-60 20-104M196 150q0-44-34-82" stroke="#6d5a45" stroke-width="5" fill="none" stroke-linecap="round"/><g fill="#d98a86"><circle cx="224" cy="48" r="13"/><circle cx="206" cy="86" r="10"/><circle cx="232" cy="74" r="9"/><circle cx="162" cy="70" r="12"/><circle cx="184" cy="104" r="9"/></g><path d="M172 146h56q-8 38 26 74 26 30 6 76-10 24-34 24h-52q-24 0-34-24-20-46 6-76 34-36 26-74z" fill="#a9b7b4"/><path d="M178 152h18q-4 46-30 76-24 32 0 88-20-2-28-20-20-46 6-76 36-34 34-68z" fill="#fff" opacity=".3"/><ellipse cx="200" cy="146" rx="28" ry="7" fill="#7d8b88"/>`,
  ),
  cake: scene(
    '#f5ecd8',
    '#c8a77c',
    `${shadow(200, 322, 130)}<ellipse cx="200" cy="300" rx="140" ry="30" fill="#fff"/><ellipse cx="200" cy="296" rx="116" ry="22" fill="#eef1ee"/><g><path d="M96 214l76-26 58 26v62l-60 22-74-24z" fill="#fbf3dc"/><path d="M96 214l76-26 58 26-60 24z" fill="#fff9e8"/><path d="M170 238l60-24v62l-60 22z" fill="#e9dcb8"/></g><g><path d="M196 200l70-24 54 24v58l-56 22-68-24z" fill="#fbf3dc"/><path d="M196 200l70-24 54 24-56 22z" fill="#fff9e8"/><path d="M264 222l56-22v58l-56 22z" fill="#e9dcb8"/></g><g fill="#e6a531"><circle cx="152" cy="210" r="5"/><circle cx="174" cy="204" r="4"/><circle cx="172" cy="222" r="4"/><circle cx="256" cy="192" r="5"/><circle cx="276" cy="202" r="4"/><circle cx="240" cy="202" r="4"/></g>`,
  ),
  card: scene(
    '#f3e4e0',
    '#cdb59a',
    `${shadow(200, 322, 108)}<g transform="rotate(5 200 220)"><path d="M96 140h210v158H96z" fill="#e6c9a8"/><path d="M96 140l105 92 105-92z" fill="#d3b08a"/></g><g transform="rotate(-5 200 200)"><rect x="112" y="108" width="184" height="132" rx="6" fill="#fffaf2"/><path d="M204 206q-44-30-40-54 4-20 24-18 12 2 16 14 4-12 16-14 20-2 24 18 4 24-40 54z" fill="#c8553d"/></g>`,
  ),
  candle: scene(
    '#e9e4de',
    '#b9a286',
    `${shadow(200, 328, 90)}<circle cx="200" cy="120" r="74" fill="#ffd98a" opacity=".35"/><path d="M200 76q30 40 0 70-30-30 0-70z" fill="#f2a33c"/><path d="M200 104q13 20 0 38-13-18 0-38z" fill="#fff3c9"/><path d="M200 142v30" stroke="#4b3b2d" stroke-width="4"/><path d="M120 170h160v128q0 24-24 24H144q-24 0-24-24z" fill="#e9ddc8"/><path d="M120 170h40v152h-16q-24 0-24-24z" fill="#fff" opacity=".45"/><ellipse cx="200" cy="170" rx="80" ry="16" fill="#f8f1e2"/><rect x="152" y="222" width="96" height="58" rx="4" fill="#fbf8f1"/><path d="M172 242h56M182 260h36" stroke="#8c7a63" stroke-width="4" stroke-linecap="round"/>`,
  ),
} as const

export type PictureName = keyof typeof pictures

/** As an address that an image element takes on every platform. */
export const pictureAddress = (name: PictureName): string =>
  `data:image/svg+xml;base64,${Buffer.from(pictures[name]).toString('base64')}`
