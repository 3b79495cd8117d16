import '@mantine/core/styles/PasswordInput.css'
import { PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { sortErrors } from '@shared/ui/form/server-errors'

interface PasswordFormProps {
  /** What happens then, and why the password is asked. */
  explain: ReactNode
  submit: string
  danger?: boolean
  run: (password: string) => Promise<unknown>
  onCancel: () => void
  /** Fields beside the password. */
  children?: ReactNode
}

/** The password once more, before the second factors change. */
export function PasswordForm({ run, ...props }: PasswordFormProps) {
  const { t } = useTranslation(['self', 'common'])
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const going = useMutation({ mutationFn: run })
  const { fields, rest } = sortErrors(going.error, ['password'])
  const submit = () => {
    setMissing(!password)
    if (password) going.mutate(password)
  }
  const type = (typed: string) => {
    setPassword(typed)
    setMissing(false)
    going.reset()
  }
  return (
    <DialogForm
      confirm={props.submit}
      danger={props.danger}
      busy={going.isPending}
      error={rest}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <div>{props.explain}</div>
      {props.children}
      <PasswordInput
        label={t('confirm.password')}
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        error={missing ? t('common:field.required') : fields.password}
        data-autofocus
      />
    </DialogForm>
  )
}
