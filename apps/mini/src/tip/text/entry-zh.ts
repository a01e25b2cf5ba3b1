import type { TipProgress } from '@pay/core'

/** The few words that the main package needs of this trade; the others stay in its subpackage. */
export const entryZh = {
  home: { title: '赞赏', note: '喜欢谁的作品，就鼓励一下' },
  mineLink: '我的赞赏',
  line: (creator: string) => `赞赏 ${creator}`,
  progress: {
    none: '待付款',
    toSpend: '送达中',
    given: '已送达',
    takenBack: '已退回',
  } satisfies Record<TipProgress, string>,
  thanks: '对方的感谢',
  paidNote: '谢谢你的鼓励，正在送达。',
  message: '留言',
  messageState: '留言状态',
  messageChecks: {
    unchecked: '留言等待审核',
    review: '留言审核中',
    hidden: '留言未通过审核，不会展示',
  },
  owns: { title: '赞赏管理', note: '审核留言、创作者页面' },
  giveBack: { title: '退回赞赏' },
  toCreator: '再次赞赏',
  whats: {
    'tip.given': '赞赏已送达',
    'tip.takenBack': '赞赏已退回',
    'tip.message.passed': '留言已展示',
    'tip.message.hidden': '留言未通过审核',
    'tip.message.review': '留言等待审核',
    'tip.refundedElsewhere': '已通过微信退回 ¥{amountFen}',
  },
}

export type EntryTexts = typeof entryZh
