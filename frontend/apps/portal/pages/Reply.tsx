import { CloseTicket } from '@features/tickets/request/CloseTicket'
import { ReplyForm } from '@features/tickets/request/ReplyForm'
import { LeaveGuard } from '@features/tickets/upload/LeaveGuard'
import type { Ticket } from '@shared/api/types'
import { useDataStatement } from '../use-data-statement'

/** The customer's answer with its files: loaded once the conversation stands. */
export function Reply({ ticket }: { ticket: Ticket }) {
  const statement = useDataStatement()
  return (
    <ReplyForm
      ticketId={ticket.id}
      statement={statement}
      guard={(uploads) => <LeaveGuard busy={uploads.list.isBusy()} />}
      beside={ticket.can.close ? <CloseTicket ticketId={ticket.id} /> : <span />}
    />
  )
}
