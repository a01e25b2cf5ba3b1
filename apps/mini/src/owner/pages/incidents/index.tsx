import type { IncidentView } from '@pay/core'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Facts } from '../../../components/facts.tsx'
import { Field } from '../../../components/field.tsx'
import { LinkRow } from '../../../components/link-row.tsx'
import { ListFoot } from '../../../components/list-foot.tsx'
import { LoadingPage } from '../../../components/loading-page.tsx'
import { NoticeBar } from '../../../components/notice-bar.tsx'
import { Failed, PageState } from '../../../components/page-state.tsx'
import prose from '../../../components/prose.module.scss'
import { screen } from '../../../components/screen.tsx'
import { useAct } from '../../../hooks/use-act.ts'
import { usePages } from '../../../hooks/use-pages.ts'
import { call } from '../../../pay.ts'
import { explain } from '../../../text/explain.ts'
import { ownerFunction } from '../../contracts.ts'
import { sayIncident } from '../../say-incident.ts'
import { o } from '../../text/index.ts'

/** What did not fit and waits for a person. */
function Incidents() {
  const { items, phase, error, reload, more } = usePages('incidents', (cursor) =>
    call(ownerFunction, 'listIncidents', cursor === undefined ? {} : { cursor }),
  )
  useReachBottom(more)
  if (phase === 'loading') return <LoadingPage />
  if (phase === 'failed') return <Failed note={explain(error, o.errors)} retry={() => void reload()} />
  if (items.length === 0) return <PageState title={o.noIncidents} note={o.noIncidentsNote} />
  return (
    <View className={prose.page}>
      {items.map((incident) => (
        <Incident key={incident.key} incident={incident} onDone={() => void reload()} />
      ))}
      <ListFoot phase={phase} onMore={more} />
    </View>
  )
}

export default screen(Incidents, o.incidents)

interface IncidentProps {
  readonly incident: IncidentView
  readonly onDone: () => void
}

const Incident = ({ incident, onDone }: IncidentProps) => {
  const { key } = incident
  const { title, todo, facts, orderNo } = sayIncident(incident)
  const [note, setNote] = useState('')
  const { busy, trouble, act } = useAct(o.errors)
  return (
    <Card title={title}>
      {trouble !== undefined && <NoticeBar kind="danger">{trouble}</NoticeBar>}
      <View>{todo}</View>
      <View className={prose.gap} />
      <Facts facts={facts.map(({ label, value }) => ({ label, value: drawn(value) }))} />
      {orderNo !== undefined && <LinkRow title={o.openOrder} to={`/owner/pages/order/index?orderNo=${orderNo}`} />}
      <Field label={o.resolveNote} value={note} onChange={setNote} max={200} />
      <Button
        small
        busy={busy}
        disabled={note.trim() === ''}
        onPress={() => void act(() => call(ownerFunction, 'resolveIncident', { key, note: note.trim() }), onDone)}
      >
        {o.resolve}
      </Button>
    </Card>
  )
}

/** Long numbers, WeChat's and those of the books, are smaller than words: most fit into a line. */
const drawn = (value: string) => (/^[\w:-]{20,}$/.test(value) ? <View className={prose.number}>{value}</View> : value)
