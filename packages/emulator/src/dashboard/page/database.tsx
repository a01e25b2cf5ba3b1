/// <reference lib="dom" />
import { useState } from 'preact/hooks'
import { get, post, put, remove } from './api.ts'
import { DocumentEditor } from './document-editor.tsx'
import { t } from './lang.ts'
import { useFresh } from './live.ts'
import { useTry } from './use-try.ts'

interface Collection {
  readonly name: string
  readonly count: number
  readonly indexes: readonly { readonly name: string; readonly unique?: boolean }[]
}

type Doc = Readonly<Record<string, unknown>>

const pageSize = 50

/** Collections on the left, documents on the right; a document opens to be edited as EJSON. */
export const Database = ({ stamp }: { stamp: unknown }) => {
  const collections = useFresh(() => get<readonly Collection[]>('database'), stamp)
  const [picked, setPicked] = useState('')
  const name = picked || collections.value?.[0]?.name
  return (
    <section class="database" aria-label={t('数据库', 'Database')}>
      {collections.error !== '' && (
        <p class="problem" role="alert">
          {collections.error}
        </p>
      )}
      {collections.value?.length === 0 && <p class="empty">{t('还没有集合。', 'There is no collection yet.')}</p>}
      {collections.value !== undefined && collections.value.length > 0 && (
        <div class="browser">
          <ul aria-label={t('集合', 'Collections')}>
            {collections.value.map((one) => (
              <li key={one.name}>
                <button type="button" aria-pressed={one.name === name} onClick={() => setPicked(one.name)}>
                  {one.name} <small class="many">{one.count}</small>
                </button>
              </li>
            ))}
          </ul>
          {name !== undefined && <Documents key={name} name={name} stamp={stamp} onChange={collections.refresh} />}
        </div>
      )}
    </section>
  )
}

const Documents = ({ name, stamp, onChange }: { name: string; stamp: unknown; onChange: () => unknown }) => {
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState('')
  const [skip, setSkip] = useState(0)
  const [open, setOpen] = useState<string>()
  const path = `database/${encodeURIComponent(name)}`
  const load = async () => {
    const found = await get<{ total: number; list: readonly unknown[] }>(
      `${path}?limit=${pageSize}&skip=${skip}&query=${encodeURIComponent(asked)}`,
    )
    return { total: found.total, list: found.list.map(readDoc) }
  }
  const { value, error, refresh } = useFresh(load, `${String(stamp)} ${asked} ${skip}`)
  const { attempt, problem } = useTry(async () => {
    await refresh()
    await onChange()
  })
  const save = (id: string | undefined, text: string) =>
    attempt(async () => {
      JSON.parse(text)
      await (id === undefined ? post(path, { doc: text }) : put(`${path}/${encodeURIComponent(id)}`, text))
      setOpen(undefined)
    })
  const find = (event: Event) => {
    event.preventDefault()
    setSkip(0)
    setAsked(query)
  }
  return (
    <div class="documents">
      <form class="tools" onSubmit={find}>
        <input
          type="search"
          aria-label={t('查询条件', 'Query')}
          placeholder={'{"state": "paid", "totalFee": {"$gt": 100}}'}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <button type="submit">{t('查询', 'Find')}</button>
        <button type="button" onClick={() => setOpen(open === 'new' ? undefined : 'new')}>
          {t('新增文档', 'Add document')}
        </button>
        <span class="count">
          {value === undefined
            ? ''
            : `${Math.min(skip + 1, value.total)}–${Math.min(skip + pageSize, value.total)} / ${value.total}`}
          {skip > 0 && (
            <button type="button" onClick={() => setSkip(skip - pageSize)}>
              ←
            </button>
          )}
          {value !== undefined && skip + pageSize < value.total && (
            <button type="button" onClick={() => setSkip(skip + pageSize)}>
              →
            </button>
          )}
        </span>
      </form>
      {[error, problem].filter(Boolean).map((text) => (
        <p key={text} class="problem" role="alert">
          {text}
        </p>
      ))}
      {open === 'new' && (
        <DocumentEditor text="{}" onSave={(text) => save(undefined, text)} onClose={() => setOpen(undefined)} />
      )}
      {value?.list.map((doc) => {
        const id = String(doc._id)
        return (
          <article key={id} class="document">
            <button
              type="button"
              class="summary"
              aria-expanded={open === id}
              onClick={() => setOpen(open === id ? undefined : id)}
            >
              <code>{id}</code>
              <span>{summary(doc)}</span>
            </button>
            {open === id && (
              <DocumentEditor
                text={JSON.stringify(doc, null, 2)}
                onSave={(text) => save(id, text)}
                onRemove={() => attempt(() => remove(`${path}/${encodeURIComponent(id)}`))}
                onClose={() => setOpen(undefined)}
              />
            )}
          </article>
        )
      })}
      {value?.total === 0 && <p class="empty">{t('没有文档。', 'No document.')}</p>}
    </div>
  )
}

const readDoc = (value: unknown): Doc => simpler(typeof value === 'string' ? JSON.parse(value) : value) as Doc

/** Plain numbers instead of canonical EJSON's: they are read far more often than their type matters. */
const simpler = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(simpler)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only !== undefined && ['$numberInt', '$numberDouble', '$numberLong'].includes(only[0])) {
    const number = Number(only[1])
    return Number.isFinite(number) && Number.isSafeInteger(Math.trunc(number)) ? number : value
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === '$date' ? inner : simpler(inner)]))
}

const summary = ({ _id, ...rest }: Doc) => JSON.stringify(rest).slice(0, 300)
