import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useDraft } from '@features/tickets/drafts/use-draft'
import { lengthOf } from '@features/tickets/form/ticket-values'
import type { Uploads } from '@features/tickets/upload/use-uploads'
import { useConfig } from '@shared/api/config'
import { keyForIntent } from '@shared/api/intent'
import { ApiError } from '@shared/api/problem'
import type { MessageKind, StaffTicket } from '@shared/api/staff-types'
import { sortErrors } from '@shared/ui/form/server-errors'
import { refreshQueues, requestQuery, sendMessage } from '../request/requests'
import { possibleKind } from './kinds'

/** What is being written on a request; no kind means that nothing is. */
export interface Writing {
  kind: MessageKind | null
  text: string
}

export const NOTHING: Writing = { kind: null, text: '' }
export const draftSlot = (requestId: string) => `staff-${requestId}`

export function isWriting(value: unknown): boolean {
  return typeof (value as Partial<Writing> | null)?.text === 'string'
}

interface ComposerParts {
  ticket: StaffTicket
  draft: ReturnType<typeof useDraft<Writing>>
  uploads: Uploads
  onSent: () => void
}

/**
 * Writing and sending one message. The same message has the same key however often it is sent;
 * one that is refused stays, and only what is shown of the request is read again.
 */
export function useComposer({ ticket, draft, uploads, onSent }: ComposerParts) {
  const queryClient = useQueryClient()
  const findGap = useGaps(uploads)
  const [gap, setGap] = useState<string | null>(null)
  const { queryKey } = requestQuery(ticket.id)
  const kind = possibleKind(draft.value.kind ?? 'answer', ticket.moves)
  const sending = useMutation({
    mutationFn: async (message: Parameters<typeof sendMessage>[1]) =>
      sendMessage(ticket.id, message, await keyForIntent(draft.intent, message)),
    onSuccess: async () => {
      uploads.list.clear()
      refreshQueues(queryClient)
      await queryClient.invalidateQueries({ queryKey })
      draft.clear()
      onSent()
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 409)
        void queryClient.invalidateQueries({ queryKey })
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    const found = findGap(draft.value.text)
    setGap(found)
    if (!found) sending.mutate({ kind, text: draft.value.text.trim(), files: uploads.list.keys() })
  }
  const change = (part: Partial<Writing>) => {
    setGap(null)
    draft.write({ ...draft.value, ...part })
  }
  const discard = () => {
    for (const entry of uploads.list.entries) void uploads.remove(entry)
    draft.clear()
  }
  const refused = sortErrors(sending.error, ['text', 'files'])
  const wrong = gap ?? refused.fields.text ?? refused.fields.files
  return { kind, change, submit, discard, wrong, problem: refused.rest, busy: sending.isPending }
}

/** What still keeps a text from being sent. */
function useGaps(uploads: Uploads) {
  const { t } = useTranslation(['tickets', 'common'])
  const { text_chars: max } = useConfig().limits
  return (text: string): string | null => {
    if (lengthOf(text) === 0) return t('common:field.required')
    if (lengthOf(text) > max) return t('common:field.tooLong', { max })
    return uploads.list.isIncomplete() ? t('tickets:upload.stillUploading') : null
  }
}
