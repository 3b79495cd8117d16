import type { MessageKind } from '@shared/api/staff-types'

/** What somebody has begun to write, and the intent it will be sent with. */
export interface Draft {
  kind: MessageKind
  text: string
  intent: string
}

const STORED_AS = 'kontor-draft-'

/** Drafts live as long as the tab: they hold customers' matters, and are no second archive. */
export function readDraft(requestId: string): Draft | null {
  try {
    const stored = sessionStorage.getItem(STORED_AS + requestId)
    return stored ? (JSON.parse(stored) as Draft) : null
  } catch {
    return null
  }
}

export function keepDraft(requestId: string, draft: Draft) {
  try {
    sessionStorage.setItem(STORED_AS + requestId, JSON.stringify(draft))
  } catch {
    // Storage is full or switched off: then the draft lasts as long as the page.
  }
}

export function dropDraft(requestId: string) {
  sessionStorage.removeItem(STORED_AS + requestId)
}

export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(STORED_AS)) sessionStorage.removeItem(key)
}
