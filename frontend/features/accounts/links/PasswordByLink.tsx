import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, isPassing } from '@shared/api/problem'
import type { LinkHolder } from '@shared/api/types'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { ChoosePassword } from '../password/ChoosePassword'
import type { PasswordLink } from './links'

type DeadLink = 'link_expired' | 'link_used' | 'link_unknown'

interface PasswordByLinkProps {
  /** Also the name under which the link's state is kept while the page is open. */
  purpose: 'activate' | 'reset'
  token: string
  link: PasswordLink
  onDone: (email: string) => void
  /** What a person can do whose link is dead. */
  wayOn: (dead: DeadLink) => ReactNode
}

export function PasswordByLink({ purpose, token, link, onDone, wayOn }: PasswordByLinkProps) {
  const { t } = useTranslation('accounts')
  const inspection = useQuery({
    queryKey: ['password-link', purpose, token],
    queryFn: () => link.inspect(token),
    staleTime: Infinity,
    retry: (failures, error) => failures < 2 && isPassing(error),
  })
  if (inspection.isPending) return <Loading />
  if (inspection.isError) {
    const dead = deadLink(inspection.error)
    return dead ? (
      <>
        <PageHeader title={t(`link.${dead}.title`)} below={t(`link.${dead}.detail`)} />
        {wayOn(dead)}
      </>
    ) : (
      <>
        <PageHeader title={t(`${purpose}.title`)} />
        <Problem error={inspection.error} retry={() => void inspection.refetch()} />
      </>
    )
  }
  const holder = inspection.data
  return (
    <>
      <PageHeader
        title={t(`${purpose}.title`)}
        below={t(`${purpose}.for`, { email: holder.email })}
      />
      {purpose === 'reset' ? <Notice tone="info">{t('reset.signsOut')}</Notice> : null}
      <div style={{ marginTop: '1rem' }}>
        <ChoosePassword
          email={holder.email}
          names={namesOf(holder)}
          submitLabel={t(`${purpose}.submit`)}
          save={(chosen, intent) => link.redeem(token, chosen, intent)}
          onSaved={onDone}
        />
      </div>
    </>
  )
}

function deadLink(error: unknown): DeadLink | null {
  if (!(error instanceof ApiError)) return null
  if (error.code === 'link_expired' || error.code === 'link_used') return error.code
  return error.status === 404 || error.status === 422 ? 'link_unknown' : null
}

function namesOf(holder: LinkHolder): string[] {
  return [holder.first_name, holder.last_name, holder.company_name ?? ''].filter(Boolean)
}
