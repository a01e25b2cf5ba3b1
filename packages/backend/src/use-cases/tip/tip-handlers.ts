import type { tipContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { HandlersOf } from '../../serve/serve.ts'
import { getCoins, listMine } from './my-tips.ts'
import { placeTip } from './place-tip.ts'
import { getCreator, listCreators, listLeaders, listTips } from './show-creator.ts'

/** The function `tip`: look at a creator, give, see what one gave. */
export const tipHandlers = (deps: Deps): HandlersOf<typeof tipContract> => ({
  listCreators: (input) => listCreators(deps, input),
  getCreator: (input) => getCreator(deps, input),
  listTips: (input) => listTips(deps, input),
  listLeaders: (input) => listLeaders(deps, input),
  placeOrder: (input, call) => placeTip(deps, input, call),
  mine: (input, call) => listMine(deps, input, call),
  coins: (input, call) => getCoins(deps, input, call),
})
