import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOptions } from '@features/accounts/registration/country-options'
import { useIntent } from '@shared/api/intent'
import type { Company, Me, Member } from '@shared/api/types'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import classes from './Users.module.css'
import { changeUser } from './users'

export interface EditorPart {
  me: Me
  company: Company
  user: Member
  onChanged: (user: Member) => void
  /** What concerns no field, or (null) that nothing is wrong any more. */
  onProblem: (problem: unknown) => void
}

const FIELDS = ['first_name', 'last_name', 'country', 'branch']

/** COM-6: name, country and branch. */
export function PersonForm({ me, company, user, onChanged, onProblem }: EditorPart) {
  const { t, i18n } = useTranslation(['users', 'accounts', 'common'])
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  const { fields, saving, submit, changed } = usePerson(user, onChanged, onProblem)
  const branches = [...new Set([...company.branches, ...(user.branch ? [user.branch] : [])])]
  return (
    <section>
      <h3>{t('edit.person')}</h3>
      <form onSubmit={submit} noValidate>
        <div className={classes.fields}>
          <TextInput
            label={t('accounts:register.firstName')}
            maxLength={100}
            {...fields.text('first_name')}
          />
          <TextInput
            label={t('accounts:register.lastName')}
            maxLength={100}
            {...fields.text('last_name')}
          />
          <NativeSelect
            label={t('accounts:register.country')}
            data={countries}
            {...fields.text('country')}
          />
          {branches.length > 0 ? (
            <NativeSelect
              label={t('filter.branch')}
              data={[
                { value: '', label: t('edit.noBranch') },
                ...branches.map((branch) => ({ value: branch, label: branch })),
              ]}
              disabled={Boolean(me.scope)}
              {...fields.text('branch')}
            />
          ) : null}
        </div>
        <div className={classes.foot}>
          <Button type="submit" loading={saving} disabled={!changed}>
            {t('edit.save')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function usePerson(
  user: Member,
  onChanged: EditorPart['onChanged'],
  onProblem: EditorPart['onProblem'],
) {
  const { t } = useTranslation('common')
  const intent = useIntent()
  const before = {
    first_name: user.first_name,
    last_name: user.last_name,
    country: user.country,
    branch: user.branch ?? '',
  }
  const fields = useFields(before)
  const { values } = fields
  const saving = useMutation({
    mutationFn: async () => {
      const body = { ...values, branch: values.branch || null, version: user.version }
      return changeUser(user.id, body, await intent.keyFor(body))
    },
    onSuccess: onChanged,
    onError: (error) => {
      const sorted = sortErrors(error, FIELDS)
      fields.setErrors(sorted.fields)
      onProblem(sorted.rest)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty = (['first_name', 'last_name'] as const).filter((name) => !values[name].trim())
    if (empty.length === 0) return saving.mutate()
    fields.setErrors(Object.fromEntries(empty.map((name) => [name, t('field.required')])))
    focusFirstError()
  }
  const changed = Object.entries(before).some(
    ([name, value]) => values[name as keyof typeof values] !== value,
  )
  return { fields, saving: saving.isPending, submit, changed }
}
