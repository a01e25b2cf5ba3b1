import type { RunnerAudit, RunnerView } from '@pay/core'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices } from '../../components/choices.tsx'
import { Field } from '../../components/field.tsx'
import { NoticeBar } from '../../components/notice-bar.tsx'
import prose from '../../components/prose.module.scss'
import { moment } from '../../format/moment.ts'
import { useAct } from '../../hooks/use-act.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { ownerFunction } from '../../owner/contracts.ts'
import { call } from '../../pay.ts'
import { e } from '../text/index.ts'
import { OwnerList } from './owner-list.tsx'

/** Who may run, and who no longer. */
export const OwnerRunners = () => {
  const [audit, setAudit] = useState<RunnerAudit>('applied')
  const list = usePages<RunnerView>(audit, (cursor) =>
    call(ownerFunction, 'listRunners', { audit, ...(cursor !== undefined && { cursor }) }),
  )
  return (
    <>
      <Card>
        <Choices
          value={audit}
          options={audits.map((value) => ({ value, label: e.owner.audits[value] }))}
          onChange={setAudit}
        />
      </Card>
      <OwnerList
        list={list}
        nothing={audit === 'applied' ? undefined : e.owner.noRunners}
        draw={(runner) => <Runner key={runner.runnerNo} runner={runner} onDone={list.reload} />}
      />
    </>
  )
}

const audits = ['applied', 'approved', 'suspended', 'refused', 'barred'] as const

const moves = {
  applied: ['approve', 'refuse'],
  approved: ['suspend', 'bar'],
  suspended: ['resume', 'bar'],
  refused: [],
  barred: [],
} as const satisfies Record<RunnerAudit, readonly string[]>

const Runner = ({ runner, onDone }: { readonly runner: RunnerView; readonly onDone: () => unknown }) => {
  const [because, setBecause] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const { runnerNo, name, phone, audit, appliedAtMs, rating } = runner
  return (
    <Card title={name}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View className={prose.note}>
        {[phone, moment(appliedAtMs), rating && e.run.rating((rating.stars / rating.count).toFixed(1), rating.count)]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {runner.because !== undefined && <View className={prose.note}>{e.run.because(runner.because)}</View>}
      <View className={prose.gap} />
      {moves[audit].length > 0 && <Field label={e.owner.because} value={because} onChange={setBecause} max={100} />}
      <View className={prose.row}>
        {moves[audit].map((move) => (
          <Button
            small
            key={move}
            kind={move === 'approve' || move === 'resume' ? 'main' : 'danger'}
            busy={busy}
            onPress={() => void act(() => call(ownerFunction, 'auditRunner', { runnerNo, move, because }), onDone)}
          >
            {e.owner.moves[move]}
          </Button>
        ))}
      </View>
    </Card>
  )
}
