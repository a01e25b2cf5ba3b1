/// <reference lib="dom" />
const asked = new URLSearchParams(location.search).get('lang')

export const isChinese = (asked ?? navigator.language).startsWith('zh')

/** Both languages side by side, where they are used: a key file would be longer than the page. */
export const t = (zh: string, en: string): string => (isChinese ? zh : en)
