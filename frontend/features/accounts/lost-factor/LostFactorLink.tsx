import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@shared/api/client'
import { ApiError } from '@shared/api/problem'
import { useFormat } from '@shared/i18n/use-format'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'

const isDead = (error: unknown) =>
  error instanceof ApiError && [404, 410, 422].includes(error.status)

interface LinkProps {
  token: string
  /** The way on to the sign-in page. */
  wayOn: ReactNode
}

/** Behind the mailed link: the second factor comes off, once the waiting time is over. */
export function LostFactorLink({ token, wayOn }: LinkProps) {
  const { t } = useTranslation(['self', 'accounts'])
  const format = useFormat()
  const looking = useQuery({
    queryKey: ['factor-removal', token],
    queryFn: () => answer(api.POST('/api/factor-removals/inspect', { body: { token } })),
    retry: false,
  })
  const [done, setDone] = useState(false)
  if (looking.isPending) return <Loading />
  if (looking.isError) return <DeadLink error={looking.error} wayOn={wayOn} />
  const { email, from_at: from, ready } = looking.data
  if (done)
    return (
      <>
        <PageHeader title={t('lostFactor.doneTitle')} below={t('lostFactor.done')} />
        {wayOn}
      </>
    )
  return (
    <>
      <PageHeader title={t('lostFactor.title')} below={t('lostFactor.for', { email })} />
      {ready ? (
        <RemoveForm token={token} onDone={() => setDone(true)} />
      ) : (
        <Notice tone="info">{t('lostFactor.early', { when: format.moment(from) })}</Notice>
      )}
    </>
  )
}

function RemoveForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation(['self', 'accounts'])
  const [password, setPassword] = useState('')
  const removing = useMutation({
    mutationFn: () => api.POST('/api/factor-removals/redeem', { body: { token, password } }),
    onSuccess: onDone,
  })
  const { fields, rest } = sortErrors(removing.error, ['password'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password) removing.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>{t('lostFactor.ready')}</div>
        {rest ? <Problem error={rest} /> : null}
        <PasswordInput
          label={t('accounts:signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          error={fields.password}
        />
        <Button type="submit" size="md" color="red.8" loading={removing.isPending}>
          {t('lostFactor.remove')}
        </Button>
      </Stack>
    </form>
  )
}

/** Behind the letter's other link: the factor stays. Done by a press, for mail scanners open links. */
export function KeepFactorLink({ token, wayOn }: LinkProps) {
  const { t } = useTranslation(['self', 'accounts'])
  const objecting = useMutation({
    mutationFn: () => api.POST('/api/factor-removals/objection', { body: { token } }),
  })
  if (isDead(objecting.error)) return <DeadLink error={objecting.error} wayOn={wayOn} />
  return (
    <>
      <PageHeader title={t('keepFactor.title')} below={t('keepFactor.explain')} />
      <Stack gap="md">
        {objecting.error ? <Problem error={objecting.error} /> : null}
        {objecting.isSuccess ? (
          <>
            <Notice tone="success">{t('keepFactor.done')}</Notice>
            {wayOn}
          </>
        ) : (
          <Button size="md" loading={objecting.isPending} onClick={() => objecting.mutate()}>
            {t('keepFactor.object')}
          </Button>
        )}
      </Stack>
    </>
  )
}

function DeadLink({ error, wayOn }: { error: unknown; wayOn: ReactNode }) {
  const { t } = useTranslation(['self', 'accounts'])
  if (!isDead(error)) return <Problem error={error} />
  return (
    <>
      <PageHeader title={t('lostFactor.deadTitle')} below={t('lostFactor.dead')} />
      {wayOn}
    </>
  )
}
