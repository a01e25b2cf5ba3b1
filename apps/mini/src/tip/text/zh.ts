import { entryZh } from './entry-zh.ts'

export const zh = {
  ...entryZh,
  give: '赞赏',
  creator: {
    received: (tips: number) => `收到 ${tips} 次赞赏`,
    none: '还没有人赞赏，来做第一个。',
    closed: '暂未开放赞赏',
    recent: '最近的赞赏',
    leaders: '感谢榜',
    gone: '没有找到这位创作者',
    anonymous: '匿名朋友',
  },
  form: {
    amount: '金额',
    custom: '其他金额',
    customHint: (least: string, most: string) => `¥${least} 到 ¥${most}，单位元`,
    customWrong: (least: string, most: string) => `请输入 ¥${least} 到 ¥${most} 之间的金额，最多两位小数`,
    message: '留言（选填，50 字以内）',
    name: '署名（选填）',
    anonymous: '匿名赞赏',
    show: '公开署名',
    submit: (yuan: string) => `赞赏 ¥${yuan}`,
    choose: '请选择金额',
    notice: '提交后会打开微信虚拟支付。赞赏是自愿的鼓励，不附带商品或服务。',
  },
  mine: { empty: '还没有赞赏过', emptyNote: '遇到喜欢的作品，可以鼓励一下创作者。', back: '已退回' },
  owner: { nothing: '没有待审核的留言', show: '展示', hide: '不展示' },
  errors: {
    CREATOR_GONE: '没有找到这位创作者。',
    NOT_OPEN: '对方暂未开放赞赏。',
    AMOUNT_NOT_OFFERED: '这个金额暂不支持，请换一个。',
    MESSAGE_REFUSED: '署名或留言没有通过内容检查，请修改后再试。没有扣款。',
  },
}

export type TipTexts = typeof zh
