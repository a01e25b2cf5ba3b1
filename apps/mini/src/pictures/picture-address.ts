/** What an image element takes: WeChat reads file ids by itself, the emulator serves the same files by HTTP. */
export const pictureAddress = (picture: string): string => {
  const [, path] = /^cloud:\/\/[^/]+\/(.+)$/.exec(picture) ?? []
  return PAY_TRANSPORT === 'emulator' && path !== undefined ? `${PAY_API}/storage/${encodeURI(path)}` : picture
}
