import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketItem } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { NoMatch } from '@shared/ui/NoMatch'
import { Pages } from '@shared/ui/Pages'
import { isFiltered, type TicketFilters } from './filters'
import { ticketListQuery } from './list-tickets'
import { TicketRows } from './TicketRows'

interface TicketListProps {
  filters: TicketFilters
  link: (ticket: TicketItem) => ReactNode
  /** Offered where there is nothing yet. */
  create: ReactNode
  onClearFilters: () => void
}

/** A customer's requests, the newest first, page by page (REQ-7). */
export function TicketList({ filters, link, create, onClearFilters }: TicketListProps) {
  const list = useInfiniteQuery({ ...ticketListQuery(filters), placeholderData: keepPreviousData })
  return (
    <Pages
      list={list}
      empty={<NoTickets filters={filters} create={create} onClearFilters={onClearFilters} />}
    >
      {(tickets) => <TicketRows tickets={tickets} link={link} busy={list.isPlaceholderData} />}
    </Pages>
  )
}

function NoTickets({ filters, create, onClearFilters }: Omit<TicketListProps, 'link'>) {
  const { t } = useTranslation('tickets')
  if (isFiltered(filters))
    return (
      <NoMatch
        title={t('list.noMatch.title')}
        clear={t('list.noMatch.clear')}
        onClear={onClearFilters}
      >
        {t('list.noMatch.detail')}
      </NoMatch>
    )
  return (
    <EmptyState icon={Inbox} title={t('list.empty.title')} action={create}>
      {t('list.empty.detail')}
    </EmptyState>
  )
}
