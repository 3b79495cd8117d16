import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Conversation } from '@features/tickets/conversation/Conversation'
import classes from '@features/tickets/request/Request.module.css'
import { StatusExplained } from '@features/tickets/request/StatusExplained'
import { addressOfFile, ticketQuery } from '@features/tickets/request/ticket'
import { TicketFacts } from '@features/tickets/request/TicketFacts'
import { TicketHistory } from '@features/tickets/request/TicketHistory'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { Ticket } from '@shared/api/types'
import { CopyButton } from '@shared/ui/CopyButton'
import { Loading } from '@shared/ui/Loading'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { AnchorLink, ButtonLink } from '@shared/ui/links'

const Reply = lazy(async () => ({ default: (await import('./Reply')).Reply }))
const route = getRouteApi('/signed-in/requests/$requestId')

export function RequestPage() {
  const { i18n } = useTranslation()
  const { requestId } = route.useParams()
  const ticket = useSuspenseQuery(ticketQuery(requestId, i18n.language)).data
  return (
    <>
      <RequestHeader ticket={ticket} />
      <div className={classes.page}>
        <div className={classes.talk}>
          <JustOpened />
          <StatusExplained ticket={ticket} />
          <Conversation
            messages={ticket.messages}
            history={ticket.history}
            addressOf={(fileId) => addressOfFile(ticket.id, fileId)}
          />
          <WayOn key={ticket.id} ticket={ticket} />
        </div>
        <div className={classes.side}>
          <TicketFacts
            ticket={ticket}
            related={ticket.related ? <Related {...ticket.related} /> : null}
          />
          <TicketHistory history={ticket.history} />
        </div>
      </div>
    </>
  )
}

function RequestHeader({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('tickets')
  return (
    <PageHeader
      title={ticket.subject}
      tabTitle={`${ticket.number} ${ticket.subject}`}
      back={
        <AnchorLink to="/requests" inherit>
          <ArrowLeft size={14} aria-hidden /> {t('nav.requests')}
        </AnchorLink>
      }
      above={
        <span className={classes.above}>
          <span className={classes.number}>
            {ticket.number}
            <CopyButton value={ticket.number} label={t('request.number')} />
          </span>
          <StatusChip status={ticket.status} />
        </span>
      }
    />
  )
}

function JustOpened() {
  const { t } = useTranslation('tickets')
  const number = useLocation({ select: (location) => location.state.opened })
  return number ? (
    <Notice tone="success" title={t('request.registered.title', { number })}>
      {t('request.registered.detail')}
    </Notice>
  ) : null
}

/** Answer or call off while it is open; once it is over, only a new request goes on from it. */
function WayOn({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('tickets')
  if (ticket.can.reply)
    return (
      <Suspense fallback={<Loading />}>
        <Reply ticket={ticket} />
      </Suspense>
    )
  return (
    <Notice
      tone="info"
      title={t('request.over.title')}
      action={
        <ButtonLink to="/requests/new" search={{ related: ticket.id }} variant="default" size="xs">
          {t('request.over.action')}
        </ButtonLink>
      }
    >
      {t('request.over.detail')}
    </Notice>
  )
}

function Related({ id, number }: { id: string; number: string }) {
  return (
    <AnchorLink to="/requests/$requestId" params={{ requestId: id }} inherit>
      {number}
    </AnchorLink>
  )
}
