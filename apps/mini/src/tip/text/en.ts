import { plural } from '../../text/plural.ts'
import { entryEn } from './entry-en.ts'
import type { TipTexts } from './zh.ts'

export const en: TipTexts = {
  ...entryEn,
  give: 'Support',
  creator: {
    received: (tips) => `Supported ${plural(tips, 'time')}`,
    none: 'No support yet. Be the first.',
    closed: 'Not open for support',
    recent: 'Recent support',
    leaders: 'Thanks to',
    gone: 'This creator was not found',
    anonymous: 'An anonymous friend',
  },
  form: {
    amount: 'Amount',
    custom: 'Another amount',
    customHint: (least, most) => `¥${least} to ¥${most}, in yuan`,
    customWrong: (least, most) => `Please enter ¥${least} to ¥${most}, with at most two decimals`,
    message: 'Message (optional, up to 50 characters)',
    name: 'Name to show (optional)',
    anonymous: 'Stay anonymous',
    show: 'Show my name',
    submit: (yuan) => `Support with ¥${yuan}`,
    choose: 'Please choose an amount',
    notice:
      "WeChat's virtual payment opens next. Support is a gift of your own free will; no goods or services come with it.",
  },
  mine: {
    empty: 'Nobody supported yet',
    emptyNote: 'When you like someone’s work, you can encourage them.',
    back: 'Given back',
  },
  owner: { nothing: 'No messages to check', show: 'Show', hide: 'Do not show' },
  errors: {
    CREATOR_GONE: 'This creator was not found.',
    NOT_OPEN: 'Not open for support right now.',
    AMOUNT_NOT_OFFERED: 'This amount is not possible. Please choose another.',
    MESSAGE_REFUSED: 'Name or message did not pass the content check. Please change it. Nothing was charged.',
  },
}
