import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnDataAnswer } from '@shared/api/types'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { Panel } from '@shared/ui/Panel'
import { Columns } from '@shared/ui/form/Columns'
import { countryOptions } from '../../registration/country-options'
import { FIELD_LIMITS } from '../../registration/registration'
import { meQuery } from '../../session/session'
import { ownDataQuery, saveOwnData } from './own-data'
import classes from './Profile.module.css'
import { SaveFoot } from './SaveFoot'

/** Name, country and branch; the e-mail address is shown and stays (ACC-9). */
export function Profile() {
  const { t } = useTranslation('self')
  const data = useSuspenseQuery(ownDataQuery).data
  return (
    <Panel title={t('profile.title')}>
      <ProfileForm data={data} />
    </Panel>
  )
}

const FIELDS = ['first_name', 'last_name', 'country', 'branch'] as const

function ProfileForm({ data }: { data: OwnDataAnswer }) {
  const { t } = useTranslation(['self', 'accounts', 'common'])
  const queryClient = useQueryClient()
  const fields = useFields({
    first_name: data.first_name,
    last_name: data.last_name,
    country: data.country,
    branch: data.branch ?? '',
  })
  const saving = useMutation({
    mutationFn: saveOwnData,
    onSuccess: (saved) => {
      queryClient.setQueryData(ownDataQuery.queryKey, saved)
      return queryClient.invalidateQueries(meQuery)
    },
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { values } = fields
    const missing = (['first_name', 'last_name'] as const).filter((name) => !values[name].trim())
    if (missing.length === 0) return saving.mutate({ ...values, branch: values.branch || null })
    fields.setErrors(Object.fromEntries(missing.map((name) => [name, t('common:field.required')])))
    focusFirstError()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={saving.error ? sortErrors(saving.error, FIELDS).rest : null} />
        <Columns count={2}>
          <TextInput
            label={t('accounts:register.firstName')}
            autoComplete="given-name"
            maxLength={FIELD_LIMITS.first_name}
            {...fields.text('first_name')}
          />
          <TextInput
            label={t('accounts:register.lastName')}
            autoComplete="family-name"
            maxLength={FIELD_LIMITS.last_name}
            {...fields.text('last_name')}
          />
        </Columns>
        <Places data={data} fields={fields} />
        <Address email={data.email} />
        <SaveFoot saving={saving} />
      </Stack>
    </form>
  )
}

interface PlacesProps {
  data: OwnDataAnswer
  fields: { text: (name: 'country' | 'branch') => object }
}

function Places({ data, fields }: PlacesProps) {
  const { t, i18n } = useTranslation(['self', 'accounts'])
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  const known = data.branches.includes(data.branch ?? '') || !data.branch
  const branches = known ? data.branches : [...data.branches, data.branch ?? '']
  return (
    <Columns count={2}>
      <NativeSelect
        label={t('accounts:register.country')}
        autoComplete="country"
        data={countries}
        {...fields.text('country')}
      />
      {branches.length > 0 ? (
        <NativeSelect
          label={t('profile.branch')}
          data={[{ value: '', label: t('profile.noBranch') }, ...branches]}
          {...fields.text('branch')}
        />
      ) : null}
    </Columns>
  )
}

/** Read, not typed: a new address is a new account. */
function Address({ email }: { email: string }) {
  const { t } = useTranslation(['self', 'accounts'])
  return (
    <div>
      <p className={classes.label}>{t('accounts:signIn.email')}</p>
      <p className={classes.address}>{email}</p>
      <p className={classes.hint}>{t('profile.address')}</p>
    </div>
  )
}
