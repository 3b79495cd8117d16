import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import { ApiError, isPassing } from '@shared/api/problem'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { Loading } from '@shared/ui/Loading'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'

type DeadLink = 'link_expired' | 'link_used' | 'link_unknown'

interface DeleteByLinkProps<Shown> {
  what: 'account' | 'company'
  token: string
  link: {
    inspect: (token: string) => Promise<Shown>
    redeem: (token: string, password: string, intent: string) => Promise<unknown>
  }
  /** What the link leads to, and what will happen; null where it can't happen. */
  explain: (shown: Shown) => { lead: string; body: ReactNode; possible: boolean }
  wayOn: ReactNode
  /** After the deletion this browser is nobody's. */
  onDone: () => void
}

/** Behind a mailed link: what happens, then the password, then it is done (ACC-10, COM-9). */
export function DeleteByLink<Shown>(props: DeleteByLinkProps<Shown>) {
  const { what, token, link } = props
  const { t } = useTranslation('journeys')
  const { days } = useConfig()
  const inspection = useQuery({
    queryKey: ['deletion-link', what, token],
    queryFn: () => link.inspect(token),
    staleTime: Infinity,
    retry: (failures, error) => failures < 2 && isPassing(error),
  })
  const [done, setDone] = useState(false)
  if (done)
    return (
      <>
        <PageHeader title={t(`${what}.doneTitle`)} below={t(`${what}.done`)} />
        {props.wayOn}
      </>
    )
  if (inspection.isPending) return <Loading />
  if (inspection.isError) {
    const dead = deadLink(inspection.error)
    if (!dead) return <Problem error={inspection.error} retry={() => void inspection.refetch()} />
    return (
      <>
        <PageHeader
          title={t(`link.dead.${dead}`)}
          below={t(`link.deadDetail.${dead}`, { days: days.link })}
        />
        {props.wayOn}
      </>
    )
  }
  const { lead, body, possible } = props.explain(inspection.data)
  return (
    <>
      <PageHeader title={t(`${what}.linkTitle`)} below={lead} />
      {body}
      {possible ? (
        <ByPassword
          submitLabel={t(`${what}.submit`)}
          redeem={(password, key) => link.redeem(token, password, key)}
          onDone={() => {
            setDone(true)
            props.onDone()
          }}
        />
      ) : null}
    </>
  )
}

interface ByPasswordProps {
  submitLabel: string
  redeem: (password: string, intent: string) => Promise<unknown>
  onDone: () => void
}

function ByPassword({ submitLabel, redeem, onDone }: ByPasswordProps) {
  const { t } = useTranslation(['journeys', 'common'])
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const { keyFor } = useIntent()
  const deleting = useMutation({
    mutationFn: async (typed: string) => redeem(typed, await keyFor({ password: typed })),
    onSuccess: onDone,
  })
  const { fields, rest } = sortErrors(deleting.error, ['password'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!password)
    if (password) deleting.mutate(password)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={rest} />
        <PasswordInput
          label={t('link.password')}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => {
            setPassword(currentTarget.value)
            deleting.reset()
          }}
          error={missing && !password ? t('common:field.required') : fields.password}
        />
        <Button type="submit" color="red.8" size="md" loading={deleting.isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  )
}

function deadLink(error: unknown): DeadLink | null {
  if (!(error instanceof ApiError)) return null
  if (error.code === 'link_expired' || error.code === 'link_used') return error.code
  return error.status === 404 || error.status === 422 ? 'link_unknown' : null
}
