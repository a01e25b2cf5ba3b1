import type { RunnerView } from '@pay/core'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { LinkRow } from '../../../components/link-row.tsx'
import { ListFoot } from '../../../components/list-foot.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { useAct } from '../../../hooks/use-act.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { errandFunction } from '../../contracts.ts'
import { e } from '../../text/index.ts'

/** A runner's own page: apply, wait, then run. */
function Run() {
  const { answer, reload } = useAnswer('me', () => call(errandFunction, 'me', {}))
  if (answer.phase === 'loading') return <LoadingPage />
  if (answer.phase === 'ready') return <Runner me={answer.data} reload={() => void reload()} />
  if (answer.error.code === 'NOT_FOUND')
    return (
      <View className={prose.page}>
        <Apply reload={() => void reload()} />
      </View>
    )
  return <Failed note={explain(answer.error, e.errors)} retry={() => void reload()} />
}

export default screen(Run, e.run.title)

const Apply = ({ reload }: { readonly reload: () => void }) => {
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const { busy, trouble, act } = useAct(e.errors)
  const ready = name.trim() !== '' && /^\+?[0-9][0-9-]{4,19}$/.test(phone)
  return (
    <>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <Card title={e.run.apply}>
        <View className={prose.note}>{e.run.applyNote}</View>
        <View className={prose.gap} />
        <Field label={e.run.name} value={name} onChange={setName} max={30} />
        <Field label={e.run.phone} value={phone} onChange={setPhone} max={20} />
        <Button
          busy={busy}
          disabled={!ready}
          onPress={() => void act(() => call(errandFunction, 'apply', { name: name.trim(), phone }), reload)}
        >
          {e.run.submit}
        </Button>
      </Card>
    </>
  )
}

const Runner = ({ me, reload }: { readonly me: RunnerView; readonly reload: () => void }) =>
  me.audit === 'applied' ? (
    <PageState
      mark="waiting"
      title={e.run.audits.applied}
      note={e.run.appliedNote}
      action={{ label: e.run.look, run: reload }}
    />
  ) : (
    <Audited me={me} reload={reload} />
  )

const Audited = ({ me, reload }: { readonly me: RunnerView; readonly reload: () => void }) => (
  <View className={prose.page}>
    <Card title={me.name}>
      <View>{e.run.audits[me.audit]}</View>
      {me.because !== undefined && <View className={prose.note}>{e.run.because(me.because)}</View>}
      {me.rating !== undefined && (
        <View className={prose.note}>
          {e.run.rating((me.rating.stars / me.rating.count).toFixed(1), me.rating.count)}
        </View>
      )}
      {me.audit === 'approved' && <View className={prose.note}>{e.run.inHand(me.inHand, me.limit)}</View>}
    </Card>
    {me.audit === 'refused' && <Apply reload={reload} />}
    {me.audit === 'approved' && (
      <Card>
        <LinkRow title={e.run.hall} to="/errand/pages/hall/index" />
        <LinkRow title={e.run.earnings} to="/errand/pages/earnings/index" />
      </Card>
    )}
    {(me.audit === 'approved' || me.audit === 'suspended') && <Tasks />}
  </View>
)

const Tasks = () => {
  const { items, phase, more } = usePages('tasks', (cursor) =>
    call(errandFunction, 'myTasks', cursor === undefined ? {} : { cursor }),
  )
  useReachBottom(more)
  if (phase === 'loading' || phase === 'failed') return null
  return (
    <>
      <Card title={e.run.tasks}>
        {items.length === 0 && <View className={prose.note}>{e.run.noTasks}</View>}
        {items.map(({ orderNo, detail }) => (
          <LinkRow
            key={orderNo}
            title={`${e.kinds[detail.kind]} · ${e.run.states[detail.task]}`}
            note={`${detail.from === undefined ? e.hall.anywhere : detail.from.area} → ${detail.to.area}`}
            to={`/errand/pages/task/index?orderNo=${orderNo}`}
          />
        ))}
      </Card>
      {items.length > 0 && <ListFoot phase={phase} onMore={more} />}
    </>
  )
}
