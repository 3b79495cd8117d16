import '@mantine/core/styles/PasswordInput.css'
import { Button, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commonPasswordsQuery } from '@features/accounts/password/common-passwords'
import { PasswordRules } from '@features/accounts/password/PasswordRules'
import { limitsOf } from '@features/accounts/password/limits'
import { brokenRules } from '@features/accounts/password/rules'
import { Consents } from '@features/accounts/registration/Consents'
import { countryOptions, likelyCountry } from '@features/accounts/registration/country-options'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import { hasCode } from '@shared/api/problem'
import type { InvitationShown } from '@shared/api/types'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { Columns } from '@shared/ui/form/Columns'
import { acceptanceFrom, acceptAsNew, gapsIn, type GuestValues } from './accept'

export interface JoinProps {
  token: string
  shown: InvitationShown
  onJoined: (email: string) => void
  /** What the page was drawn from is not so any more. */
  onChanged: () => void
}

const EMPTY: GuestValues = {
  first_name: '',
  last_name: '',
  country: '',
  accept_terms: false,
  accept_privacy: false,
  survey: false,
  password: '',
  password_repeat: '',
}
const FIELDS = Object.keys(EMPTY)

/** COM-3, ACC-1: the form of somebody who has no account yet. */
export function JoinAsNew(props: JoinProps) {
  const { t, i18n } = useTranslation(['users', 'accounts', 'common'])
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  const { fields, broken, limits, joining, submit } = useJoining(props)
  const { shown } = props
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={sortErrors(joining.error, FIELDS).rest} />
        <Columns count={2}>
          <TextInput
            label={t('accounts:register.firstName')}
            autoComplete="given-name"
            maxLength={100}
            {...fields.text('first_name')}
          />
          <TextInput
            label={t('accounts:register.lastName')}
            autoComplete="family-name"
            maxLength={100}
            {...fields.text('last_name')}
          />
        </Columns>
        <NativeSelect
          label={t('accounts:register.country')}
          autoComplete="country"
          data={[{ value: '', label: t('common:field.choose') }, ...countries]}
          {...fields.text('country')}
        />
        {/* Password managers file the new password under this address. */}
        <input type="email" autoComplete="username" value={shown.email} readOnly hidden />
        <PasswordInput
          label={t('accounts:password.new')}
          autoComplete="new-password"
          {...fields.text('password')}
        />
        <PasswordRules broken={broken} started={fields.values.password !== ''} limits={limits} />
        <PasswordInput
          label={t('accounts:password.repeat')}
          autoComplete="new-password"
          {...fields.text('password_repeat')}
        />
        <Consents fields={fields} />
        <Button type="submit" size="md" loading={joining.isPending}>
          {t('accept.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function useJoining({ token, shown, onJoined, onChanged }: JoinProps) {
  const { t, i18n } = useTranslation(['accounts', 'common'])
  const config = useConfig()
  const limits = limitsOf(config)
  const common = useQuery(commonPasswordsQuery).data ?? null
  const intent = useIntent()
  const fields = useFields<GuestValues>({ ...EMPTY, country: likelyCountry() })
  const { values } = fields
  const names = [values.first_name, values.last_name, shown.company_name].filter(Boolean)
  const rules = { email: shown.email, names, common, limits }
  const broken = brokenRules(values.password, rules)
  const joining = useMutation({
    mutationFn: async () => {
      const body = acceptanceFrom(token, values, config, i18n.language)
      return acceptAsNew(body, await intent.keyFor(body))
    },
    onSuccess: ({ email }) => onJoined(email),
    onError: (error) => {
      if (hasCode(error, 'account_exists') || hasCode(error, 'address_taken')) onChanged()
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    joining.reset()
    const gaps = Object.entries(gapsIn(values)).map(([name, gap]) => [
      name,
      t(`register.gap.${gap}`),
    ])
    if (broken.length > 0) gaps.push(['password', t('password.notYet')])
    else if (values.password !== values.password_repeat)
      gaps.push(['password_repeat', t('password.mismatch')])
    if (gaps.length === 0) return joining.mutate()
    fields.setErrors(Object.fromEntries(gaps))
    focusFirstError()
  }
  return { fields, broken, limits, joining, submit }
}
