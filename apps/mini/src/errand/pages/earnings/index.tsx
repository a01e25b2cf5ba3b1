import { placeOnce } from '@pay/client'
import { type EarningsView, parseYuan } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Field } from '../../../components/field.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed } from '../../../components/page-state.tsx'
import { Price } from '../../../components/price.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { moment } from '../../../format/moment.ts'
import { yuan } from '../../../format/yuan.ts'
import { useAct } from '../../../hooks/use-act.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { call, requestOwner, requests } from '../../../pay.ts'
import { useMessages } from '../../../subscribe/use-messages.ts'
import { explain } from '../../../text/explain.ts'
import { errandFunction } from '../../contracts.ts'
import { e } from '../../text/index.ts'

/** What a runner earned, and the wish to have it paid out, which the owner fulfils by hand. */
function Earnings() {
  const { answer, reload } = useAnswer('earnings', () => call(errandFunction, 'earnings', {}))
  if (answer.phase === 'failed') return <Failed note={explain(answer.error, e.errors)} retry={() => void reload()} />
  if (answer.phase === 'ready') return <Known money={answer.data} reload={() => void reload()} />
  return <LoadingPage />
}

export default screen(Earnings, e.run.earnings)

const Known = ({ money, reload }: { readonly money: EarningsView; readonly reload: () => void }) => {
  const [typed, setTyped] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const askMessages = useMessages('errand.withdraw')
  const parsed = parseYuan(typed.trim())
  const withdraw = () => {
    if (!parsed.ok) return
    const amountFen = parsed.value
    const asked = async () => {
      await askMessages()
      return true
    }
    void act(
      () =>
        placeOnce(requests, `withdraw.${requestOwner()}`, { amountFen }, (requestId) =>
          call(errandFunction, 'withdraw', { requestId, amountFen }),
        ),
      () => {
        setTyped('')
        reload()
      },
      asked,
    )
  }
  return (
    <View className={prose.page}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Card title={e.earnings.available}>
        <Price fen={money.availableFen} size="large" plain />
        <Facts
          facts={[
            { label: e.earnings.frozen, value: `¥${yuan(money.frozenFen)}` },
            ...(money.owedFen > 0 ? [{ label: e.earnings.owed, value: `¥${yuan(money.owedFen)}` }] : []),
          ]}
        />
        <Field type="digit" label={e.earnings.amount} value={typed} onChange={setTyped} max={10} />
        <View className={prose.note}>{e.earnings.limits(yuan(money.leastPayoutFen), yuan(money.mostPayoutFen))}</View>
        <View className={prose.gap} />
        <Button busy={busy} disabled={!parsed.ok || parsed.value === 0} onPress={withdraw}>
          {e.earnings.withdraw}
        </Button>
      </Card>
      {money.payouts.length > 0 && (
        <Card title={e.earnings.payouts}>
          <Facts
            facts={money.payouts.map(({ amountFen, state, requestedAtMs, because }) => ({
              label: moment(requestedAtMs),
              value: `¥${yuan(amountFen)} ${e.earnings.states[state] ?? state}${because === undefined ? '' : `（${because}）`}`,
            }))}
          />
        </Card>
      )}
      {money.earnings.length > 0 && (
        <Card title={e.earnings.list}>
          <Facts
            facts={money.earnings.map(({ amountFen, state, atMs }) => ({
              label: moment(atMs),
              value: `¥${yuan(amountFen)} ${e.earnings.earningStates[state] ?? state}`,
            }))}
          />
        </Card>
      )}
    </View>
  )
}
