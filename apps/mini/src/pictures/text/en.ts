import type { PictureTexts } from './zh.ts'

export const en: PictureTexts = {
  label: 'Pictures (optional, up to 3)',
  add: 'Add a picture',
  remove: 'Remove picture',
  again: 'Upload failed, tap to retry',
  uploading: 'Uploading',
  tooLarge: 'This picture is too large. Please choose a smaller one.',
  notPicture: 'Only pictures can be added.',
  open: 'View picture',
}
