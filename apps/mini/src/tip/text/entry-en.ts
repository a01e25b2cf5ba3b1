import type { EntryTexts } from './entry-zh.ts'

export const entryEn: EntryTexts = {
  home: { title: 'Support', note: 'Encourage those whose work you like' },
  mineLink: 'My support',
  line: (creator) => `Support for ${creator}`,
  progress: { none: 'To pay', toSpend: 'On its way', given: 'Delivered', takenBack: 'Given back' },
  thanks: 'Their thanks',
  paidNote: 'Thank you. Your support is on its way.',
  message: 'Message',
  messageState: 'State of the message',
  messageChecks: {
    unchecked: 'Waiting to be checked',
    review: 'Being checked',
    hidden: 'Not passed, it will not be shown',
  },
  giveBack: { title: 'Give the tip back' },
  owns: { title: 'Support', note: "Check messages, keep creators' pages" },
  toCreator: 'Support again',
  whats: {
    'tip.given': 'Support delivered',
    'tip.takenBack': 'Support given back',
    'tip.message.passed': 'Message shown',
    'tip.message.hidden': 'Message not passed',
    'tip.message.review': 'Message waits to be checked',
    'tip.refundedElsewhere': 'WeChat gave ¥{amountFen} back',
  },
}
