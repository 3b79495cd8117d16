import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { keyForIntent } from '@shared/api/intent'
import type { NewTicket, TicketForm } from '@shared/api/types'
import { sortErrors } from '@shared/ui/form/server-errors'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { useDraft } from '../drafts/use-draft'
import { ticketsKey } from '../list/list-tickets'
import type { Uploads } from '../upload/use-uploads'
import { openTicket } from './open-ticket'
import { gapsIn, isTicketValues, newTicketFrom, NO_VALUES, settle } from './ticket-values'

const FIELDS = [...Object.keys(NO_VALUES), 'files']
export const NEW_TICKET_SLOT = 'new-request'

interface NewTicketOptions {
  form: TicketForm
  uploads: Uploads
  relatedTicketId: string | null
  onOpened: (ticket: { id: string; number: string }) => void
}

export function useNewTicket({ form, uploads, relatedTicketId, onOpened }: NewTicketOptions) {
  const { t } = useTranslation(['tickets', 'common'])
  const { limits } = useConfig()
  const queryClient = useQueryClient()
  const draft = useDraft(NEW_TICKET_SLOT, NO_VALUES, isTicketValues)
  const values = settle(form, draft.value)
  const [gaps, setGaps] = useState<Partial<Record<string, string>>>({})
  const sending = useMutation({
    mutationFn: async (body: NewTicket) => openTicket(body, await keyForIntent(draft.intent, body)),
    onSuccess: async (ticket) => {
      draft.clear()
      uploads.list.clear()
      await queryClient.invalidateQueries({ queryKey: ticketsKey })
      onOpened(ticket)
    },
    onError: focusFirstError,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    sending.reset()
    const found: typeof gaps = {}
    for (const [field, gap] of Object.entries(gapsIn(values, limits)))
      found[field] =
        gap === 'tooLong'
          ? t('common:field.tooLong', {
              max: field === 'subject' ? limits.subject_chars : limits.text_chars,
            })
          : t(`common:field.${gap}`)
    if (uploads.list.isIncomplete()) found.files = t('upload.stillUploading')
    setGaps(found)
    if (Object.keys(found).length > 0) return focusFirstError()
    sending.mutate(newTicketFrom(values, uploads.list.keys(), relatedTicketId))
  }
  const change = (next: typeof values) => {
    draft.write(settle(form, next))
    setGaps({})
  }
  const refused = sortErrors(sending.error, FIELDS)
  const errors = { ...refused.fields, ...gaps }
  return { values, change, submit, errors, problem: refused.rest, sending: sending.isPending }
}
