const PREFIX = 'kontor-draft:'

export interface Draft<Value> {
  intent: string
  value: Value
}

export function readDraft<Value>(
  slot: string,
  fresh: Value,
  isValue: (value: unknown) => boolean,
): Draft<Value> {
  try {
    const stored = JSON.parse(sessionStorage.getItem(nameOf(slot)) ?? 'null') as Draft<Value> | null
    if (stored && typeof stored.intent === 'string' && isValue(stored.value)) return stored
  } catch {
    // Unreadable is as good as none.
  }
  const begun = { intent: crypto.randomUUID(), value: fresh }
  // At once, so that a tab duplicated before the first key stroke shares the intent.
  writeDraft(slot, begun)
  return begun
}

export function writeDraft(slot: string, draft: Draft<unknown> | null) {
  try {
    if (draft) sessionStorage.setItem(nameOf(slot), JSON.stringify(draft))
    else sessionStorage.removeItem(nameOf(slot))
  } catch {
    // Storage is off or full: the draft lasts as long as the page.
  }
}

function nameOf(slot: string): string {
  return PREFIX + slot
}
