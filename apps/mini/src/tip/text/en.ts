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
    total: (yuan) => `¥${yuan} in all`,
    more: 'Show more',
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
  owner: {
    messages: 'Messages',
    creators: 'Creators',
    nothing: 'No messages to check',
    show: 'Show',
    hide: 'Do not show',
  },
  giveBack: {
    ...entryEn.giveBack,
    none: 'There is nothing to give back',
    note: 'The whole tip goes back. What was paid on an iPhone can only be asked back from Apple, by the payer.',
    sure: 'Give it back?',
    sureNote: (yuan) => `¥${yuan} goes back to the giver. This cannot be undone.`,
  },
  creatorForm: {
    open: 'Open for support',
    closed: 'Closed',
    name: 'Name',
    intro: 'About',
    thanks: 'Thanks (shown once it is paid)',
    thanksHint: 'Saving replaces the old ones',
    points: 'Amounts to choose from',
    least: 'Another amount, least (yuan, optional)',
    most: 'Another amount, most (yuan, optional)',
    save: 'Save',
    saved: 'Saved',
  },
  errors: {
    CREATOR_FAULTY: 'The amounts are not possible. Nothing was saved.',
    TIP_NOT_NOW: 'The state of this tip has changed. Please look again.',
    CREATOR_GONE: 'This creator was not found.',
    NOT_OPEN: 'Not open for support right now.',
    AMOUNT_NOT_OFFERED: 'This amount is not possible. Please choose another.',
    MESSAGE_REFUSED: 'Name or message did not pass the content check. Please change it. Nothing was charged.',
  },
}
