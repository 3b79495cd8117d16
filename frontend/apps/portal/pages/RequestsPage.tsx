import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import type { TicketFilters } from '@features/tickets/list/filters'
import { FindTicket } from '@features/tickets/list/FindTicket'
import { TicketFilterBar } from '@features/tickets/list/TicketFilterBar'
import { TicketList } from '@features/tickets/list/TicketList'
import { PageHeader } from '@shared/ui/PageHeader'
import { ButtonLink } from '@shared/ui/links'

const route = getRouteApi('/signed-in/requests')

export function RequestsPage() {
  const { t } = useTranslation('tickets')
  const filters = route.useSearch()
  const me = useSuspenseQuery(meQuery).data
  const navigate = useNavigate()
  const filterBy = (search: TicketFilters) =>
    void navigate({ to: '/requests', search, replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={t('nav.requests')}
        actions={
          <>
            <FindTicket
              onFound={(requestId) =>
                void navigate({ to: '/requests/$requestId', params: { requestId } })
              }
            />
            <NewRequestButton />
          </>
        }
      />
      <TicketFilterBar
        filters={filters}
        onChange={filterBy}
        mayChooseAuthor={mayThey(me, 'manage_tickets')}
      />
      <TicketList
        filters={filters}
        link={(ticket) => (
          <Link to="/requests/$requestId" params={{ requestId: ticket.id }}>
            <bdi>{ticket.subject}</bdi>
          </Link>
        )}
        create={<NewRequestButton />}
        onClearFilters={() => filterBy({})}
      />
    </>
  )
}

function NewRequestButton() {
  const { t } = useTranslation('tickets')
  return (
    <ButtonLink to="/requests/new" leftSection={<Plus size={16} aria-hidden />}>
      {t('list.create')}
    </ButtonLink>
  )
}
