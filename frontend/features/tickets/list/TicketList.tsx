import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Inbox, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketItem } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { isFiltered, type TicketFilters } from './filters'
import { ticketListQuery } from './list-tickets'
import classes from './TicketList.module.css'
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
  const { t } = useTranslation('common')
  const list = useInfiniteQuery(ticketListQuery(filters))
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const tickets = list.data.pages.flatMap((page) => page.items)
  // A page can be empty while more follow: filters apply after the page was read.
  if (tickets.length === 0 && !list.hasNextPage)
    return <NoTickets filters={filters} create={create} onClearFilters={onClearFilters} />
  return (
    <>
      {list.isError ? <Problem error={list.error} retry={() => void list.refetch()} /> : null}
      <Panel flush>
        <TicketRows tickets={tickets} link={link} />
      </Panel>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function NoTickets({ filters, create, onClearFilters }: Omit<TicketListProps, 'link'>) {
  const { t } = useTranslation('tickets')
  if (isFiltered(filters))
    return (
      <EmptyState
        icon={SearchX}
        title={t('list.noMatch.title')}
        action={
          <Button variant="default" onClick={onClearFilters}>
            {t('list.noMatch.clear')}
          </Button>
        }
      >
        {t('list.noMatch.detail')}
      </EmptyState>
    )
  return (
    <EmptyState icon={Inbox} title={t('list.empty.title')} action={create}>
      {t('list.empty.detail')}
    </EmptyState>
  )
}
