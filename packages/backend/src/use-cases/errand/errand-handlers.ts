import type { errandContract } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { HandlersOf } from '../../serve/serve.ts'
import { cancelErrand, confirmErrand, disputeErrand, previewCancel, rateRunner } from './buyer-acts.ts'
import { listHall, listMyTasks } from './hall.ts'
import { addTip, payGoods } from './place-extra.ts'
import { publishErrand } from './publish-errand.ts'
import { quoteErrand } from './quote-errand.ts'
import { applyAsRunner, getEarnings, getRunner, withdraw } from './runner-account.ts'
import { askGoods, deliver, dropTask, getTask, pickUp, rateBuyer, reportTrouble } from './runner-acts.ts'
import { takeTask } from './take-task.ts'

/** The function `errand`: those who need help, and those who run. */
export const errandHandlers = (deps: Deps): HandlersOf<typeof errandContract> => ({
  quote: (input, call) => quoteErrand(deps, input, call),
  publish: (input, call) => publishErrand(deps, input, call),
  addTip: (input, call) => addTip(deps, input, call),
  payGoods: (input, call) => payGoods(deps, input, call),
  cancelPreview: (input, call) => previewCancel(deps, input, call),
  cancel: (input, call) => cancelErrand(deps, input, call),
  confirm: (input, call) => confirmErrand(deps, input, call),
  dispute: (input, call) => disputeErrand(deps, input, call),
  rateRunner: (input, call) => rateRunner(deps, input, call),
  apply: (input, call) => applyAsRunner(deps, input, call),
  me: (input, call) => getRunner(deps, input, call),
  hall: (input, call) => listHall(deps, input, call),
  take: (input, call) => takeTask(deps, input, call),
  task: (input, call) => getTask(deps, input, call),
  myTasks: (input, call) => listMyTasks(deps, input, call),
  askGoods: (input, call) => askGoods(deps, input, call),
  pickUp: (input, call) => pickUp(deps, input, call),
  deliver: (input, call) => deliver(deps, input, call),
  drop: (input, call) => dropTask(deps, input, call),
  reportTrouble: (input, call) => reportTrouble(deps, input, call),
  rateBuyer: (input, call) => rateBuyer(deps, input, call),
  earnings: (input, call) => getEarnings(deps, input, call),
  withdraw: (input, call) => withdraw(deps, input, call),
})
