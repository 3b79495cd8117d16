import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gapInProof, NO_PROOF, sentProof } from '@features/licenses/keys/proof'
import type { Uploads } from '@features/tickets/upload/use-uploads'
import { useIntent } from '@shared/api/intent'
import type { NewRecovery } from '@shared/api/types'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { askToOwn, recoveriesKey } from './recoveries'

type Errors = Partial<Record<'activation_code' | 'key_file' | 'file' | 'words', string>>
const FIELDS = ['activation_code', 'key_file', 'file', 'words']

/** The form by which somebody asks to own a company: license, application, a few words. */
export function useRecoveryForm(uploads: Uploads, onAsked: () => void) {
  const { t } = useTranslation(['recovery', 'licenses', 'tickets'])
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  const [proof, setProof] = useState(NO_PROOF)
  const [words, setWords] = useState('')
  const [gaps, setGaps] = useState<Errors>({})
  const asking = useMutation({
    mutationFn: async (body: NewRecovery) => askToOwn(body, await keyFor(body)),
    onSuccess: async () => {
      uploads.list.clear()
      await queryClient.invalidateQueries({ queryKey: recoveriesKey })
      onAsked()
    },
    onError: focusFirstError,
  })
  const gapsNow = (): Errors => {
    const found: Errors = {}
    const gap = gapInProof(proof)
    if (gap)
      found[proof.kind === 'code' ? 'activation_code' : 'key_file'] = t(
        `licenses:proof.gap.${gap.gap}`,
        { ...gap },
      )
    if (uploads.list.isIncomplete()) found.file = t('tickets:upload.stillUploading')
    else if (uploads.list.keys().length === 0) found.file = t('form.noApplication')
    return found
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (asking.isPending) return
    const found = gapsNow()
    setGaps(found)
    asking.reset()
    const [file] = uploads.list.keys()
    if (Object.keys(found).length > 0 || !file) return focusFirstError()
    asking.mutate({ ...(await sentProof(proof)), file, words: words.trim() || null })
  }
  const refused = sortErrors(asking.error, FIELDS)
  return {
    proof,
    words,
    submit,
    changeProof: (value: typeof proof) => {
      setProof(value)
      setGaps({})
    },
    changeWords: setWords,
    errors: { ...refused.fields, ...gaps } as Errors,
    problem: refused.rest,
    asking: asking.isPending,
  }
}
