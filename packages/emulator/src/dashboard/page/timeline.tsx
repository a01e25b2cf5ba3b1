/// <reference lib="dom" />
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { duration, timeOfDay } from './format.ts'
import { JsonView } from './json-view.tsx'
import { laneOf, lanes } from './lanes.ts'
import { t } from './lang.ts'
import type { TimelineEvent } from './live.ts'

interface Props {
  readonly events: readonly TimelineEvent[]
  readonly order: string
  readonly onOrder: (order: string) => void
  readonly onClear: () => void
}

/** Who said what to whom, one line each, newest last; an order number leaves only its story. */
export const Timeline = ({ events, order, onOrder, onClear }: Props) => {
  const [chosen, setChosen] = useState<number>()
  const [follow, setFollow] = useState(true)
  const [timers, setTimers] = useState(false)
  const end = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => storyOf(events, order, timers), [events, order, timers])
  const detail = shown.find((event) => event.id === chosen)

  useEffect(() => {
    if (follow) end.current?.scrollIntoView({ block: 'end' })
  }, [shown.length, follow])

  return (
    <section class="timeline" aria-label={t('时间线', 'Timeline')}>
      <div class="tools">
        <input
          type="search"
          placeholder={t('按订单号筛选', 'Filter by order number')}
          aria-label={t('按订单号筛选', 'Filter by order number')}
          value={order}
          onInput={(event) => onOrder(event.currentTarget.value)}
        />
        <label>
          <input type="checkbox" checked={follow} onChange={() => setFollow(!follow)} /> {t('跟随最新', 'Follow')}
        </label>
        <label>
          <input type="checkbox" checked={timers} onChange={() => setTimers(!timers)} />{' '}
          {t('定时器内部', 'Inside timers')}
        </label>
        <button type="button" onClick={onClear}>
          {t('清空', 'Clear')}
        </button>
        <span class="count">
          {shown.length} {t('条', 'events')}
        </span>
      </div>
      <div class="lane-heads" aria-hidden="true">
        <span />
        <div class="lanes">
          {lanes.map((lane) => (
            <b key={lane.name}>{lane.name}</b>
          ))}
        </div>
      </div>
      <div class="rows" role="log" aria-live="off">
        {shown.length === 0 && (
          <p class="empty">
            {t(
              '还没有调用。打开小程序页面点一下，这里会马上出现。',
              'Nothing yet. Tap something in the mini-program and it appears here.',
            )}
          </p>
        )}
        {shown.map((event) => (
          <Row
            key={event.id}
            event={event}
            chosen={event.id === chosen}
            onChoose={() => setChosen(event.id === chosen ? undefined : event.id)}
          />
        ))}
        <div ref={end} />
      </div>
      {detail !== undefined && <Detail event={detail} onOrder={onOrder} onClose={() => setChosen(undefined)} />}
    </section>
  )
}

const Row = ({ event, chosen, onChoose }: { event: TimelineEvent; chosen: boolean; onChoose: () => void }) => {
  const from = laneOf(event.from)
  // What a function prints goes nowhere.
  const to = event.kind === 'log' ? from : laneOf(event.to)
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const mood = event.ok === false ? 'bad' : event.kind
  const direction = from === to ? 'same' : from < to ? 'right' : 'left'
  return (
    <button
      type="button"
      class={`row ${mood} ${chosen ? 'chosen' : ''}`}
      aria-expanded={chosen}
      aria-label={`${timeOfDay(event.at)} ${event.from} → ${event.to}: ${event.name}${event.ok === false ? t('，失败', ', failed') : ''}`}
      onClick={onChoose}
    >
      <time>{timeOfDay(event.at)}</time>
      <span class="lanes">
        <span
          class={`arrow ${direction}`}
          style={{ gridColumn: `${first + 1} / ${event.kind === 'log' ? 5 : last + 2}`, '--n': last - first + 1 }}
        >
          <span class="label">
            <b class="what">{labelOf(event)}</b>
            {event.user !== undefined && event.from === 'client' && <i class="who">{event.user}</i>}
            {event.ms !== undefined && <small class="took">{duration(event.ms)}</small>}
          </span>
        </span>
      </span>
    </button>
  )
}

const labelOf = ({ name, from, to, kind, detail }: TimelineEvent) => {
  if (kind === 'log') return typeof detail === 'string' ? detail : (JSON.stringify(detail) ?? name)
  const target = to.startsWith('function:') ? to.slice(9) : ''
  if (kind === 'notice') return `${t('通知', 'notice')} → ${target}`
  // A client's call is told by the function and what it asked of it.
  return target === '' || name.startsWith(target) || from !== 'client' ? name : `${target}.${name}`
}

const Detail = ({
  event,
  onOrder,
  onClose,
}: {
  event: TimelineEvent
  onOrder: (order: string) => void
  onClose: () => void
}) => (
  <aside class="detail" aria-label={t('详情', 'Details')}>
    <header>
      <h2>{event.name}</h2>
      <button type="button" class="close" aria-label={t('关闭', 'Close')} onClick={onClose}>
        ✕
      </button>
    </header>
    <p>
      {event.from} → {event.to}
      {event.ms === undefined ? '' : ` · ${duration(event.ms)}`}
      {event.user === undefined ? '' : ` · ${event.user}`}
    </p>
    {event.orderNo !== undefined && (
      <p>
        <button type="button" class="link" onClick={() => onOrder(event.orderNo ?? '')}>
          {event.orderNo}
        </button>
      </p>
    )}
    <JsonView value={event.detail} label={t('内容', 'Content')} />
    <p class="ids">{event.requestId}</p>
  </aside>
)

/**
 * In the order of their beginning. Without an order number, what timers do inside is left out on request: they run every
 * minute and mostly find nothing. With one, the events that name it and the calls around and inside them.
 */
const storyOf = (events: readonly TimelineEvent[], order: string, timers: boolean): readonly TimelineEvent[] => {
  const wanted = order.trim()
  const story = wanted === '' ? outsideTimers(events, timers) : aboutOrder(events, wanted)
  return [...story].sort((a, b) => a.at - b.at || depth(a) - depth(b) || a.id - b.id)
}

const outsideTimers = (events: readonly TimelineEvent[], timers: boolean) => {
  if (timers) return events
  const runs = new Set(events.filter(({ kind }) => kind === 'timer').map(({ requestId }) => requestId))
  return events.filter(
    ({ kind, requestId, parentRequestId }) =>
      kind === 'timer' || !(runs.has(parentRequestId ?? requestId) && (requestId ?? parentRequestId) !== undefined),
  )
}

const aboutOrder = (events: readonly TimelineEvent[], wanted: string) => {
  // An outTradeNo may be the order number with a suffix, and the other way round.
  const names = ({ orderNo }: TimelineEvent) =>
    orderNo !== undefined && (orderNo.includes(wanted) || (orderNo.length >= 6 && wanted.includes(orderNo)))
  const requests = new Set<string>()
  for (const event of events)
    if (names(event)) for (const id of [event.requestId, event.parentRequestId]) if (id !== undefined) requests.add(id)
  return events.filter(
    (event) => names(event) || requests.has(event.requestId ?? '') || requests.has(event.parentRequestId ?? ''),
  )
}

/** A call is written down when it ends, after the calls inside it. */
const depth = (event: TimelineEvent) => (event.parentRequestId === undefined ? 0 : 1)
