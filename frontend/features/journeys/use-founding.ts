import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gapInProof, NO_PROOF, sentProof } from '@features/licenses/keys/proof'
import { useIntent } from '@shared/api/intent'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { foundCompany, type NewCompany } from './journeys'

const FIELDS = ['company_name', 'activation_code', 'key_file'] as const
type Refusals = Partial<Record<'activation_code' | 'key_file', string>>

/** The form by which somebody in no company founds one; what was typed stays until it is done. */
export function useFounding() {
  const { t } = useTranslation(['licenses', 'common'])
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  const fields = useFields({ company_name: '' })
  const [proof, setProof] = useState(NO_PROOF)
  const [errors, setErrors] = useState<Refusals>({})
  const founding = useMutation({
    mutationFn: async (body: NewCompany) => foundCompany(body, await keyFor(body)),
    // The person has come into a company: nothing that was read before holds any more.
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error) => {
      const refused = sortErrors(error, FIELDS).fields
      fields.setErrors({ company_name: refused.company_name })
      setErrors(refused)
      focusFirstError()
    },
  })
  const gapsInProof = (): Refusals => {
    const gap = gapInProof(proof)
    if (!gap) return {}
    const said = t(`proof.gap.${gap.gap}`, { ...gap })
    return proof.kind === 'code' ? { activation_code: said } : { key_file: said }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (founding.isPending) return
    const name = fields.values.company_name.trim()
    const gaps = gapsInProof()
    fields.setErrors(name ? {} : { company_name: t('common:field.required') })
    setErrors(gaps)
    founding.reset()
    if (!name || Object.keys(gaps).length > 0) return focusFirstError()
    founding.mutate({ company_name: name, ...(await sentProof(proof)) })
  }
  return {
    fields,
    proof,
    changeProof: (value: typeof proof) => {
      setProof(value)
      setErrors({})
    },
    errors,
    problem: sortErrors(founding.error, FIELDS).rest,
    founding: founding.isPending,
    submit,
  }
}
