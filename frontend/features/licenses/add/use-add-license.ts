import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, intentHeader } from '@shared/api/client'
import { useIntent } from '@shared/api/intent'
import type { License } from '@shared/api/types'
import { sortErrors } from '@shared/ui/form/server-errors'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import type { LicenseProofValue } from '../keys/LicenseProof'
import { gapInProof, NO_PROOF, type ProofGap, type SentProof, sentProof } from '../keys/proof'
import { licensesKey } from '../list/list-licenses'

const addLicense = (body: SentProof, intent: string) =>
  answer(api.POST('/api/licenses', { body, headers: intentHeader(intent) }))

/** Adds a license to the company by code or key file; each refusal stands at its field (LIC-2). */
export function useAddLicense(onAdded: (license: License) => void) {
  const { t } = useTranslation('licenses')
  const queryClient = useQueryClient()
  const intent = useIntent()
  const [proof, change] = useState(NO_PROOF)
  const [gap, setGap] = useState<ProofGap | null>(null)
  const adding = useMutation({
    mutationFn: async (shown: LicenseProofValue) => {
      const body = await sentProof(shown)
      return addLicense(body, await intent.keyFor(body))
    },
    onSuccess: async (license) => {
      intent.begin()
      await queryClient.invalidateQueries({ queryKey: licensesKey })
      onAdded(license)
    },
    onError: focusFirstError,
  })
  const submit = () => {
    const found = gapInProof(proof)
    setGap(found)
    adding.reset()
    if (found) focusFirstError()
    else adding.mutate(proof)
  }
  const setProof = (value: LicenseProofValue) => {
    change(value)
    setGap(null)
    adding.reset()
  }
  const refused = sortErrors(adding.error, ['activation_code', 'key_file'])
  const gapText = gap ? t(`proof.gap.${gap.gap}`, { ...gap }) : undefined
  return {
    proof,
    setProof,
    submit,
    sending: adding.isPending,
    codeError: gapText ?? refused.fields.activation_code,
    fileError: gapText ?? refused.fields.key_file,
    problem: refused.rest,
  }
}
