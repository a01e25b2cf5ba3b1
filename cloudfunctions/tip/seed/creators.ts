import { type Creator, fen, tipPointsFen } from '@pay/core'

/** Who can be tipped in a new deployment. */
export const creators: readonly Creator[] = [
  {
    creatorId: 'xiaozhou',
    name: '陶艺人小周',
    avatar: svg('#d9e4dd', '#5b8a72', '周'),
    intro: '在龙泉拉坯、修坯、烧窑，每周写一篇手记。',
    thanks: '谢谢你的鼓励，下一窑多烧一只杯子。',
    open: true,
    pointsFen: tipPointsFen,
    custom: { leastFen: fen(100), mostFen: fen(50_000) },
  },
  {
    creatorId: 'laochen',
    name: '咖啡师老陈',
    avatar: svg('#efe3d3', '#8a5a2b', '陈'),
    intro: '云南豆子的产地笔记，冲煮方法都写在这里。',
    thanks: '多谢支持，这杯我请。',
    open: true,
    pointsFen: tipPointsFen,
  },
]

function svg(ground: string, ink: string, letter: string): string {
  const text = `<text x="40" y="54" font-size="40" text-anchor="middle" fill="${ink}">${letter}</text>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><circle cx="40" cy="40" r="40" fill="${ground}"/>${text}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}
