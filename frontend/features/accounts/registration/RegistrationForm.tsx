import { Button, Input, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import type { Registration } from '@shared/api/types'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { useFields } from '@shared/ui/form/use-fields'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Consents } from './Consents'
import { likelyCountry } from './country-options'
import { PersonFields } from './PersonFields'
import { gapsIn, NOBODY, type PersonalValues, register, registrationFrom } from './registration'

type Proof = Pick<Registration, 'activation_code' | 'key_file'>
export interface ProofErrors {
  code?: string
  file?: string
}

interface RegistrationFormProps {
  /** The field for code or key file; drawn by the page, as licenses are another feature. */
  proofField: (errors: ProofErrors) => ReactNode
  /** Null when something is missing there; the field then shows what. */
  readProof: () => Promise<Proof | null>
  onRegistered: (email: string) => void
  /** Where it is sent; to the registration, where nothing else is said. */
  send?: (body: Registration, intent: string) => Promise<unknown>
  submitLabel?: string
}

const FIELDS = [...Object.keys(NOBODY), 'activation_code', 'key_file']

export function RegistrationForm({ proofField, submitLabel, ...where }: RegistrationFormProps) {
  const { t } = useTranslation(['accounts', 'licenses'])
  const { fields, sending, errors, submit } = useRegistration(where)
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <FormProblem error={errors.rest} />
        <PersonFields fields={fields} />
        <Input.Wrapper
          label={t('register.proof')}
          description={t('register.proofHint')}
          labelElement="div"
        >
          <div style={{ marginTop: '0.5rem' }}>
            {proofField({ code: errors.fields.activation_code, file: errors.fields.key_file })}
          </div>
        </Input.Wrapper>
        <Consents fields={fields} />
        <Button type="submit" size="md" loading={sending}>
          {submitLabel ?? t('register.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function useRegistration({
  readProof,
  onRegistered,
  send = register,
}: Pick<RegistrationFormProps, 'readProof' | 'onRegistered' | 'send'>) {
  const { t, i18n } = useTranslation(['accounts', 'common'])
  const config = useConfig()
  const intent = useIntent()
  const fields = useFields<PersonalValues>({ ...NOBODY, country: likelyCountry() })
  const sending = useMutation({
    mutationFn: async (body: Registration) => send(body, await intent.keyFor(body)),
    onSuccess: (_answer, { email }) => onRegistered(email),
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    sending.reset()
    const { values } = fields
    const gaps = Object.entries(gapsIn(values))
    const proof = await readProof()
    if (gaps.length === 0 && proof)
      return sending.mutate(registrationFrom(values, proof, config, i18n.language))
    fields.setErrors(
      Object.fromEntries(gaps.map(([field, gap]) => [field, t(`register.gap.${gap}`)])),
    )
    focusFirstError()
  }
  return { fields, submit, sending: sending.isPending, errors: sortErrors(sending.error, FIELDS) }
}
