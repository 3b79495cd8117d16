import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gapInCode } from '@features/licenses/keys/activation-code'
import { ActivationCodeInput } from '@features/licenses/keys/ActivationCodeInput'
import { useIntent } from '@shared/api/intent'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { askKeyFiles, type KeyFilesAsked } from './ask-key-files'

const FIELDS = ['activation_code', 'email']
type Values = { activation_code: string; email: string }

/** A code and an address; what comes of it stands in the mail. */
export function KeyFilesForm({ onAsked }: { onAsked: (email: string) => void }) {
  const { t } = useTranslation(['shop', 'licenses', 'common'])
  const intent = useIntent()
  const fields = useFields<Values>({ activation_code: '', email: '' })
  const asking = useMutation({
    mutationFn: async (body: KeyFilesAsked) => askKeyFiles(body, await intent.keyFor(body)),
    onSuccess: (_answer, { email }) => onAsked(email),
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { activation_code: code, email } = fields.values
    const gap = gapInCode(code)
    const gaps = {
      activation_code: gap ? t(`licenses:proof.gap.${gap.gap}`, { ...gap }) : undefined,
      email: email.trim() ? undefined : t('common:field.required'),
    }
    fields.setErrors(gaps)
    if (gaps.activation_code || gaps.email) focusFirstError()
    else asking.mutate({ activation_code: code, email: email.trim() })
  }
  const { onChange: _, ...code } = fields.text('activation_code')
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={sortErrors(asking.error, FIELDS).rest} />
        <ActivationCodeInput
          label={t('licenses:proof.code')}
          description={t('licenses:proof.codeHint')}
          {...code}
          onChange={(typed) =>
            fields.text('activation_code').onChange({ currentTarget: { value: typed } })
          }
        />
        <TextInput
          label={t('keyFiles.email')}
          type="email"
          autoComplete="email"
          maxLength={254}
          {...fields.text('email')}
        />
        <Button type="submit" size="md" loading={asking.isPending}>
          {t('keyFiles.submit')}
        </Button>
      </Stack>
    </form>
  )
}
