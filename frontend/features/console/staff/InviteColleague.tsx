import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import type { InviteColleague as Invitation, StaffRole } from '@shared/api/staff-types'
import { LANGUAGES } from '@shared/i18n/language'
import { Dialog } from '@shared/ui/Dialog'
import { Columns } from '@shared/ui/form/Columns'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { colleaguesQuery, inviteColleague } from './colleagues'
import { ROLES } from './StaffList'

export function InviteColleague() {
  const { t } = useTranslation('staff')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('invite.open')}</Button>
      <Dialog opened={open} title={t('invite.title')} onClose={() => setOpen(false)}>
        <InviteForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

const FIELDS = ['email', 'first_name', 'last_name', 'role', 'language'] as const
const TYPED = ['email', 'first_name', 'last_name'] as const

function InviteForm({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['staff', 'console', 'common', 'accounts'])
  const queryClient = useQueryClient()
  const fields = useFields({
    email: '',
    first_name: '',
    last_name: '',
    role: 'agent' as string,
    language: i18n.language,
  })
  const { keyFor } = useIntent()
  const inviting = useMutation({
    mutationFn: async (body: Invitation) => inviteColleague(body, await keyFor(body)),
    onSuccess: async () => {
      await queryClient.invalidateQueries(colleaguesQuery)
      onClose()
    },
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = () => {
    const missing = TYPED.filter((name) => !fields.values[name].trim())
    if (missing.length === 0) {
      const { role, ...rest } = fields.values
      return inviting.mutate({ ...rest, role: role as StaffRole })
    }
    fields.setErrors(Object.fromEntries(missing.map((name) => [name, t('common:field.required')])))
    focusFirstError()
  }
  return (
    <DialogForm
      confirm={t('invite.send')}
      busy={inviting.isPending}
      error={sortErrors(inviting.error, FIELDS).rest}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div>{t('invite.explain')}</div>
      <InviteFields fields={fields} />
    </DialogForm>
  )
}

interface InviteFieldsProps {
  fields: { text: (name: (typeof FIELDS)[number]) => object }
}

function InviteFields({ fields }: InviteFieldsProps) {
  const { t, i18n } = useTranslation(['staff', 'console', 'common', 'accounts'])
  const named = new Intl.DisplayNames(i18n.language, { type: 'language' })
  return (
    <>
      <TextInput label={t('accounts:signIn.email')} type="email" {...fields.text('email')} />
      <Columns count={2}>
        <TextInput label={t('accounts:register.firstName')} {...fields.text('first_name')} />
        <TextInput label={t('accounts:register.lastName')} {...fields.text('last_name')} />
        <NativeSelect
          label={t('role')}
          data={ROLES.map((role) => ({ value: role, label: t(`console:role.${role}`) }))}
          {...fields.text('role')}
        />
        <NativeSelect
          label={t('language')}
          data={LANGUAGES.map((value) => ({ value, label: named.of(value) ?? value }))}
          {...fields.text('language')}
        />
      </Columns>
    </>
  )
}
