import { err, type MyTip, ok, type Page } from '@pay/core'
import type { Deps } from '../../deps.ts'
import type { Call } from '../../serve/call.ts'
import { tipPortsOf } from './tip-ports.ts'

const tipsPerPage = 20

/** What the caller gave, newest first, and what of it went back. */
export const listMine = async (deps: Deps, { cursor }: { readonly cursor?: string | undefined }, { caller }: Call) => {
  const page = await tipPortsOf(deps).board.ofOwner(caller.openid, {
    limit: tipsPerPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const mine: Page<MyTip> = {
    ...page,
    items: page.items.map(({ orderNo, creatorId, creatorName, amountFen, countedFen, givenAtMs }) => ({
      orderNo,
      creatorId,
      creatorName,
      amountFen,
      countedFen,
      atMs: givenAtMs,
    })),
  }
  return ok(mine)
}

/** Coins that the caller bought and that are not spent on a tip yet. */
export const getCoins = async (
  deps: Deps,
  { loginCode }: { readonly loginCode?: string | undefined },
  { caller }: Call,
) => {
  const { virtualPayment } = tipPortsOf(deps)
  if (loginCode !== undefined) {
    const login = await virtualPayment.logIn(caller.openid, loginCode)
    if (login.kind === 'unknown') return err({ code: 'BUSY', retryAfterMs: 1_000 })
  }
  const balance = await virtualPayment.coinsOf(caller.openid, caller.clientIp)
  if (balance.kind === 'loginNeeded') return err({ code: 'LOGIN_NEEDED' })
  if (balance.kind === 'unknown') return err({ code: 'BUSY', retryAfterMs: 1_000 })
  return ok({ coins: balance.coins })
}
