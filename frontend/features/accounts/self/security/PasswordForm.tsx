import '@mantine/core/styles/PasswordInput.css'
import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Problem } from '@shared/ui/Problem'

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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!password)
    if (password) going.mutate(password)
  }
  const type = (typed: string) => {
    setPassword(typed)
    setMissing(false)
    going.reset()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>{props.explain}</div>
        {rest ? <Problem error={rest} /> : null}
        {props.children}
        <PasswordInput
          label={t('confirm.password')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          error={missing ? t('common:field.required') : fields.password}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            color={props.danger ? 'red.8' : undefined}
            loading={going.isPending}
          >
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
