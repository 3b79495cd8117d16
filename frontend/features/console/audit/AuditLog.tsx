import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { auditQuery } from './audit'
import classes from './Audit.module.css'
import { AuditFilterBar } from './AuditFilterBar'
import { AuditRow, type AuditRowLinks } from './AuditRow'
import type { AuditFilters } from './filters'

interface AuditLogProps extends AuditRowLinks {
  filters: AuditFilters
  onChange: (filters: AuditFilters) => void
}

/** Who did what, when and from where, the newest first (STF-12). */
export function AuditLog({ filters, onChange, link }: AuditLogProps) {
  const list = useInfiniteQuery({ ...auditQuery(filters), placeholderData: keepPreviousData })
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  const lookedTo = list.data?.pages.at(-1)?.looked_to
  return (
    <>
      <AuditFilterBar filters={filters} names={namesIn(entries, filters)} onChange={onChange} />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <Problem error={list.error} retry={() => void list.refetch()} /> : null}
      {entries.length > 0 ? (
        <Panel flush>
          <ul className={classes.rows} aria-busy={list.isPlaceholderData}>
            {entries.map((entry) => (
              <AuditRow
                key={entry.id}
                entry={entry}
                link={link}
                onPerson={() => onChange({ ...filters, person: entry.actor.id })}
                onCompany={() => onChange({ ...filters, company: entry.company?.id })}
              />
            ))}
          </ul>
        </Panel>
      ) : null}
      {list.data && entries.length === 0 && !list.hasNextPage ? <Nothing /> : null}
      {list.hasNextPage ? (
        <More
          lookedTo={lookedTo ?? null}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      ) : null}
    </>
  )
}

function namesIn(entries: AuditEntry[], { company, person }: AuditFilters) {
  return {
    company: entries.find((entry) => entry.company?.id === company)?.company?.name ?? undefined,
    person: entries.find((entry) => entry.actor.id === person)?.actor.name ?? undefined,
  }
}

function Nothing(): ReactNode {
  const { t } = useTranslation('audit')
  return (
    <EmptyState icon={SearchX} title={t('empty')}>
      {t('emptyDetail')}
    </EmptyState>
  )
}

interface MoreProps {
  /** So far back was looked for what fits, where that was not much. */
  lookedTo: string | null
  loading: boolean
  onMore: () => void
}

function More({ lookedTo, loading, onMore }: MoreProps) {
  const { t } = useTranslation(['audit', 'common'])
  const format = useFormat()
  return (
    <div className={classes.more}>
      {lookedTo ? (
        <span className={classes.quiet} role="status">
          {t('lookedTo', { when: format.moment(lookedTo) })}
        </span>
      ) : null}
      <Button variant="default" loading={loading} onClick={onMore}>
        {lookedTo ? t('lookFurther') : t('common:list.more')}
      </Button>
    </div>
  )
}
