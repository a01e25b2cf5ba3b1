/// <reference lib="dom" />
import { useState } from 'preact/hooks'
import { t } from './lang.ts'

interface Props {
  readonly text: string
  readonly onSave: (text: string) => void
  readonly onRemove?: () => void
  readonly onClose: () => void
}

/** One document as EJSON. Escape closes, Ctrl+Enter saves, removing asks twice. */
export const DocumentEditor = ({ text, onSave, onRemove, onClose }: Props) => {
  const [draft, setDraft] = useState(text)
  const [sure, setSure] = useState(false)
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(draft)
  }
  return (
    <div class="editor">
      <textarea
        aria-label={t('文档', 'Document')}
        spellcheck={false}
        rows={Math.min(28, draft.split('\n').length + 1)}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={listen}
      />
      <p class="actions">
        <button type="button" class="primary" onClick={() => onSave(draft)}>
          {t('保存', 'Save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('取消', 'Cancel')}
        </button>
        {onRemove !== undefined && (
          <button type="button" class="danger" onClick={() => (sure ? onRemove() : setSure(true))}>
            {sure ? t('确定删除？', 'Really remove?') : t('删除', 'Remove')}
          </button>
        )}
      </p>
    </div>
  )
}
