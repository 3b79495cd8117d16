import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { momentOf } from '@shared/i18n/local-time'
import { useZone } from '@shared/i18n/zone'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { ticketsKey } from '../list/list-tickets'
import type { Uploads } from '../upload/use-uploads'
import { type CodeReport, reportCode } from './report-code'

export interface ReportValues {
  when: 'now' | 'later'
  at: string
  text: string
  later: boolean
}

const NONE: ReportValues = { when: 'now', at: '', text: '', later: false }
type Errors = Partial<Record<'at' | 'text' | 'files', string>>

interface ReportOptions {
  licenseId: string
  uploads: Uploads
  onSent: (ticket: { id: string; number: string }) => void
}

/** The form of a compromised code: what is filled in, what is missing, and sending it. */
export function useReport({ licenseId, uploads, onSent }: ReportOptions) {
  const { t } = useTranslation(['life', 'common', 'tickets'])
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  const zone = useZone()
  const [values, setValues] = useState(NONE)
  const [gaps, setGaps] = useState<Errors>({})
  const sending = useMutation({
    mutationFn: async (body: CodeReport) => reportCode(licenseId, body, await keyFor(body)),
    onSuccess: async (ticket) => {
      uploads.list.clear()
      await queryClient.invalidateQueries({ queryKey: ticketsKey })
      onSent(ticket)
    },
    onError: focusFirstError,
  })
  const gapsNow = (): Errors => {
    const found: Errors = {}
    if (values.when === 'later' && !momentOf(values.at, zone)) found.at = t('common:field.required')
    if (!values.text.trim()) found.text = t('common:field.required')
    if (uploads.list.isIncomplete()) found.files = t('tickets:upload.stillUploading')
    else if (uploads.list.keys().length === 0 && !values.later)
      found.files = t('report.noApplication')
    return found
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    const found = gapsNow()
    setGaps(found)
    sending.reset()
    if (Object.keys(found).length > 0) return focusFirstError()
    const at = values.when === 'later' ? momentOf(values.at, zone) : null
    sending.mutate({ at, text: values.text.trim(), files: uploads.list.keys() })
  }
  const change = (some: Partial<ReportValues>) => {
    setValues((before) => ({ ...before, ...some }))
    setGaps({})
  }
  const refused = sortErrors(sending.error, ['at', 'text', 'files'])
  const errors: Errors = { ...refused.fields, ...gaps }
  return { values, change, submit, errors, problem: refused.rest, sending: sending.isPending }
}
