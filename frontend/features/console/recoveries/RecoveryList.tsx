import { useInfiniteQuery } from '@tanstack/react-query'
import { Crown, Hourglass, MessageSquareWarning, Scale } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import { EmptyState } from '@shared/ui/EmptyState'
import { Pages } from '@shared/ui/Pages'
import { LinkRow, Rows } from '@shared/ui/Rows'
import { Age, Moment } from '@shared/ui/Times'
import { recoveriesQuery } from './recoveries'

/** Who asks to own a company, the oldest first (COM-10, STF-8). */
export function RecoveryList({ link }: { link: (id: string, content: ReactNode) => ReactNode }) {
  const { t } = useTranslation('recovery')
  const list = useInfiniteQuery(recoveriesQuery)
  return (
    <Pages list={list} empty={<EmptyState icon={Crown} title={t('staff.empty')} />}>
      {(rows) => (
        <Rows label={t('staff.title')}>
          {rows.map((row) => (
            <LinkRow
              key={row.id}
              name={
                <>
                  {link(row.id, <bdi>{row.company_name}</bdi>)}
                  <Standing {...row} />
                </>
              }
              aside={<Age value={row.asked_at} />}
              below={
                <>
                  {t('staff.by')} <bdi>{row.asked_by}</bdi>
                </>
              }
              belowAside={
                row.ready ? null : (
                  <span>
                    {t('staff.until')} <Moment value={row.ends_at} />
                  </span>
                )
              }
            />
          ))}
        </Rows>
      )}
    </Pages>
  )
}

interface StandingProps {
  ready: boolean
  objections: number
  owner_objected: boolean
}

function Standing({ ready, objections, owner_objected: owner }: StandingProps) {
  const { t } = useTranslation('recovery')
  return (
    <>
      {ready ? (
        <Chip tone="brand" icon={Scale}>
          {t('staff.ready')}
        </Chip>
      ) : (
        <Chip tone="quiet" icon={Hourglass}>
          {t('staff.waiting')}
        </Chip>
      )}
      {objections > 0 ? (
        <Chip tone={owner ? 'danger' : 'warning'} icon={MessageSquareWarning}>
          {owner ? t('staff.ownerObjected') : t('staff.objections', { count: objections })}
        </Chip>
      ) : null}
    </>
  )
}
