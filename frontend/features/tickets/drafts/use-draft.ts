import { useCallback, useState } from 'react'
import { readDraft, writeDraft } from './stored-draft'

/**
 * What a person is writing, kept in this tab until it is sent: over a reload, and over signing in
 * again. The intent is kept with it, so a duplicated tab that sends the same sends it once.
 */
export function useDraft<Value>(slot: string, fresh: Value, isValue: (value: unknown) => boolean) {
  const [draft, setDraft] = useState(() => readDraft(slot, fresh, isValue))
  const write = useCallback(
    (value: Value) =>
      setDraft((before) => {
        const next = { ...before, value }
        writeDraft(slot, next)
        return next
      }),
    [slot],
  )
  const clear = useCallback(() => {
    writeDraft(slot, null)
    setDraft({ intent: crypto.randomUUID(), value: fresh })
    // `fresh` is written as a literal at each render; it never means another value.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [slot])
  return { value: draft.value, intent: draft.intent, write, clear }
}
