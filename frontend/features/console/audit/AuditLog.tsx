import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { EmptyState } from '@shared/ui/EmptyState'
import { Pages } from '@shared/ui/Pages'
import { Rows } from '@shared/ui/Rows'
import { auditQuery } from './audit'
import { AuditFilterBar } from './AuditFilterBar'
import { AuditRow, type AuditRowLinks } from './AuditRow'
import type { AuditFilters } from './filters'

interface AuditLogProps extends AuditRowLinks {
  filters: AuditFilters
  onChange: (filters: AuditFilters) => void
}

/** Who did what, when and from where, the newest first (STF-12). */
export function AuditLog({ filters, onChange, link }: AuditLogProps) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const list = useInfiniteQuery({ ...auditQuery(filters), placeholderData: keepPreviousData })
  const pages = list.data?.pages ?? []
  const entries = pages.flatMap((page) => page.items)
  const lookedTo = pages.at(-1)?.looked_to
  const further = lookedTo
    ? { label: t('lookFurther'), note: t('lookedTo', { when: format.moment(lookedTo) }) }
    : undefined
  return (
    <>
      <AuditFilterBar filters={filters} names={namesIn(entries, filters)} onChange={onChange} />
      <Pages
        list={list}
        more={further}
        empty={
          <EmptyState icon={SearchX} title={t('empty')}>
            {t('emptyDetail')}
          </EmptyState>
        }
      >
        {() => (
          <Rows busy={list.isPlaceholderData}>
            {entries.map((entry) => (
              <AuditRow
                key={entry.id}
                entry={entry}
                link={link}
                onPerson={() => onChange({ ...filters, person: entry.actor.id })}
                onCompany={() => onChange({ ...filters, company: entry.company?.id })}
              />
            ))}
          </Rows>
        )}
      </Pages>
    </>
  )
}

function namesIn(entries: AuditEntry[], { company, person }: AuditFilters) {
  return {
    company: entries.find((entry) => entry.company?.id === company)?.company?.name ?? undefined,
    person: entries.find((entry) => entry.actor.id === person)?.actor.name ?? undefined,
  }
}
