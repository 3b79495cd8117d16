import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { keyForIntent } from '@shared/api/intent'
import { sortErrors } from '@shared/ui/form/server-errors'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { useDraft } from '../drafts/use-draft'
import { lengthOf } from '../form/ticket-values'
import { ticketsKey } from '../list/list-tickets'
import type { Uploads } from '../upload/use-uploads'
import { reply, type ReplyBody } from './ticket'

const isText = (value: unknown) => typeof value === 'string'
export const replySlot = (ticketId: string) => `reply-${ticketId}`

/** Writing and sending one answer; its text outlives a reload and a new sign-in. */
export function useReply(ticketId: string, uploads: Uploads) {
  const { t } = useTranslation(['tickets', 'common'])
  const { limits } = useConfig()
  const queryClient = useQueryClient()
  const draft = useDraft(replySlot(ticketId), '', isText)
  const [gap, setGap] = useState<string | null>(null)
  const sending = useMutation({
    mutationFn: async (body: ReplyBody) =>
      reply(ticketId, body, await keyForIntent(draft.intent, body)),
    onSuccess: async () => {
      draft.clear()
      uploads.list.clear()
      await queryClient.invalidateQueries({ queryKey: ticketsKey })
    },
    onError: focusFirstError,
  })
  const gapIn = (text: string): string | null => {
    if (lengthOf(text) === 0) return t('common:field.required')
    if (lengthOf(text) > limits.text_chars)
      return t('common:field.tooLong', { max: limits.text_chars })
    return uploads.list.isIncomplete() ? t('upload.stillUploading') : null
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    const found = gapIn(draft.value)
    setGap(found)
    if (found) focusFirstError()
    else sending.mutate({ text: draft.value.trim(), files: uploads.list.keys() })
  }
  const write = (text: string) => {
    setGap(null)
    sending.reset()
    draft.write(text)
  }
  const refused = sortErrors(sending.error, ['text', 'files'])
  const error = gap ?? refused.fields.text ?? refused.fields.files
  const sent = sending.isSuccess && draft.value === ''
  return {
    text: draft.value,
    write,
    submit,
    error,
    problem: refused.rest,
    sending: sending.isPending,
    sent,
  }
}
