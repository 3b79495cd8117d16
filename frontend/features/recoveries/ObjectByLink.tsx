import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, isPassing } from '@shared/api/problem'
import { Facts } from '@shared/ui/Facts'
import { Loading } from '@shared/ui/Loading'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { Moment } from '@shared/ui/Times'
import { Objection } from './Objection'
import { objectionLink } from './recoveries'

interface ObjectByLinkProps {
  token: string
  /** The way on to the sign-in page. */
  wayOn: ReactNode
}

/** Behind the mailed link: who asks to own the company, and the way to say no (COM-10). */
export function ObjectByLink({ token, wayOn }: ObjectByLinkProps) {
  const { t } = useTranslation('recovery')
  const looking = useQuery({
    queryKey: ['objection-link', token],
    queryFn: () => objectionLink.inspect(token),
    staleTime: Infinity,
    retry: (failures, error) => failures < 2 && isPassing(error),
  })
  if (looking.isPending) return <Loading />
  if (looking.isError) return <Dead error={looking.error} wayOn={wayOn} />
  const { company_name: company, owner, ...asked } = looking.data
  return (
    <>
      <PageHeader
        title={t('object.title', { company })}
        below={t(owner ? 'company.forOwner' : 'company.forOthers')}
      />
      <div style={{ marginBlock: '1rem' }}>
        <Facts
          facts={[
            [t('company.who'), <bdi key="who">{asked.asked_by}</bdi>],
            [t('company.email'), asked.asked_by_email],
            [t('own.asked'), <Moment key="asked" value={asked.asked_at} />],
            [t('own.until'), <Moment key="until" value={asked.expires_at} />],
          ]}
        />
      </div>
      <Objection object={(words) => objectionLink.object(token, words)} />
    </>
  )
}

function Dead({ error, wayOn }: { error: unknown; wayOn: ReactNode }) {
  const { t } = useTranslation('recovery')
  if (!(error instanceof ApiError) || ![404, 409, 410, 422].includes(error.status))
    return <Problem error={error} />
  const expired = error.code === 'link_expired'
  return (
    <>
      <PageHeader
        title={t(expired ? 'object.expiredTitle' : 'object.deadTitle')}
        below={t(expired ? 'object.expired' : 'object.dead')}
      />
      {wayOn}
    </>
  )
}
