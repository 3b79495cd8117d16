import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, isPassing } from '@shared/api/problem'
import type { InvitationShown } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Loading } from '@shared/ui/Loading'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { inspectInvitation } from './accept'
import { JoinAsNew } from './JoinAsNew'
import { JoinWithAccount } from './JoinWithAccount'

interface AcceptInvitationProps {
  token: string
  onJoined: (email: string) => void
  /** What a person can do whose link is dead. */
  wayOn: ReactNode
}

/** COM-3: looking at the link does not use it up. */
export function AcceptInvitation({ token, onJoined, wayOn }: AcceptInvitationProps) {
  const { t } = useTranslation('users')
  const inspection = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => inspectInvitation(token),
    staleTime: Infinity,
    retry: (failures, error) => failures < 2 && isPassing(error),
  })
  if (inspection.isPending) return <Loading />
  if (inspection.isError) {
    const dead = deadLink(inspection.error)
    return dead ? (
      <>
        <PageHeader
          title={t(`accept.dead.${dead}.title`)}
          below={t(`accept.dead.${dead}.detail`)}
        />
        {wayOn}
      </>
    ) : (
      <>
        <PageHeader title={t('accept.plainTitle')} />
        <Problem error={inspection.error} retry={() => void inspection.refetch()} />
      </>
    )
  }
  const shown = inspection.data
  const again = () => void inspection.refetch()
  return (
    <>
      <Greeting shown={shown} />
      {shown.has_account ? (
        <JoinWithAccount token={token} shown={shown} onJoined={onJoined} onChanged={again} />
      ) : (
        <JoinAsNew token={token} shown={shown} onJoined={onJoined} onChanged={again} />
      )}
    </>
  )
}

function Greeting({ shown }: { shown: InvitationShown }) {
  const { t } = useTranslation('users')
  const format = useFormat()
  return (
    <PageHeader
      title={t('accept.title', { company: shown.company_name })}
      below={t('accept.by', {
        name: shown.invited_by,
        email: shown.email,
        until: format.moment(shown.ends_at),
      })}
    />
  )
}

const DEAD = [
  'link_unknown',
  'link_used',
  'link_expired',
  'invitation_withdrawn',
  'invitation_replaced',
  'company_gone',
  'already_in_company',
] as const

function deadLink(error: unknown): (typeof DEAD)[number] | null {
  if (!(error instanceof ApiError)) return null
  const known = DEAD.find((code) => code === error.code)
  return known ?? (error.status === 404 || error.status === 422 ? 'link_unknown' : null)
}
