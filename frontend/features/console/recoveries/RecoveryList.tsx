import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Crown, Hourglass, MessageSquareWarning, Scale } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '@shared/ui/Chip'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { Age, Moment } from '@shared/ui/Times'
import classes from '../licenses/Desk.module.css'
import { recoveriesQuery } from './recoveries'

/** Who asks to own a company, the oldest first (COM-10, STF-8). */
export function RecoveryList({ link }: { link: (id: string, content: ReactNode) => ReactNode }) {
  const { t } = useTranslation(['recovery', 'common'])
  const list = useInfiniteQuery(recoveriesQuery)
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <EmptyState icon={Crown} title={t('staff.empty')} />
  return (
    <>
      <Panel flush>
        <ul className={classes.rows} aria-label={t('staff.title')}>
          {rows.map((row) => (
            <li key={row.id} className={classes.row}>
              <span className={classes.name}>
                {link(row.id, <bdi>{row.company_name}</bdi>)}
                <Standing {...row} />
              </span>
              <span className={`${classes.quiet} ${classes.aside}`}>
                <Age value={row.asked_at} />
              </span>
              <span className={classes.quiet}>
                {t('staff.by')} <bdi>{row.asked_by}</bdi>
              </span>
              <span className={`${classes.quiet} ${classes.aside}`}>
                {row.ready ? null : (
                  <span>
                    {t('staff.until')} <Moment value={row.ends_at} />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {list.hasNextPage ? (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common:list.more')}
        </Button>
      ) : null}
    </>
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
