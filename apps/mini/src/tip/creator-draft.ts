import { type Creator, type Fen, parseYuan } from '@pay/core'
import { yuan } from '../format/yuan.ts'

/** A creator's page as the owner fills it in; money as typed. */
export interface CreatorDraft {
  readonly name: string
  readonly intro: string
  readonly thanks: string
  readonly open: boolean
  readonly pointsFen: readonly Fen[]
  readonly least: string
  readonly most: string
}

/** What is known of a creator, as a draft; of a new one nothing. */
export const draftOf = (known: Creator | undefined): CreatorDraft => ({
  name: known?.name ?? '',
  intro: known?.intro ?? '',
  thanks: known?.thanks ?? '',
  open: known?.open ?? true,
  pointsFen: known?.pointsFen ?? [],
  least: known?.custom === undefined ? '' : yuan(known.custom.leastFen),
  most: known?.custom === undefined ? '' : yuan(known.custom.mostFen),
})

/** The creator that a draft makes; undefined: something is missing or cannot be read. */
export const creatorOf = (creatorId: string, avatar: string, draft: CreatorDraft): Creator | undefined => {
  const { name, intro, thanks, open, pointsFen, least, most } = draft
  const noCustom = least.trim() === '' && most.trim() === ''
  const custom = noCustom ? undefined : customOf(least, most)
  if (name.trim() === '' || thanks.trim() === '' || (!noCustom && custom === undefined)) return undefined
  if (noCustom && pointsFen.length === 0) return undefined
  return {
    creatorId,
    avatar,
    name: name.trim(),
    intro: intro.trim(),
    thanks: thanks.trim(),
    open,
    pointsFen: [...pointsFen].sort((a, b) => a - b),
    ...(custom !== undefined && { custom }),
  }
}

const customOf = (least: string, most: string): Creator['custom'] => {
  const [from, to] = [parseYuan(least.trim()), parseYuan(most.trim())]
  return from.ok && to.ok && from.value <= to.value ? { leastFen: from.value, mostFen: to.value } : undefined
}
