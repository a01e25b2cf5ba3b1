/** Words about pictures that a person adds. */
export const zh = {
  label: '图片（选填，最多 3 张）',
  add: '添加图片',
  remove: '移除图片',
  again: '上传失败，点按重试',
  uploading: '正在上传',
  tooLarge: '图片太大，请换一张小一点的。',
  notPicture: '只能添加图片。',
  open: '查看大图',
}

export type PictureTexts = typeof zh
