/** Shapes that only the staff's side of the API speaks. */
import type { License, Named, Ticket, TicketItem } from './types'

export type QueueName = 'unassigned' | 'mine' | 'waiting' | 'all_open'
export type QueueCounts = Record<QueueName, number>

export interface StaffTicketItem extends TicketItem {
  company: Named
  assignee: Named | null
  severity: Ticket['severity']
}

/** What staff may do with a request just now; the rest is refused. */
export type StaffMove =
  'answer' | 'question' | 'solution' | 'note' | 'assign' | 'close' | 'cancel' | 'redirect'

export interface StaffTicket extends Omit<Ticket, 'author'> {
  company: Named
  author: { id: string; name: string; email: string; language: string }
  assignee: Named | null
  license: Pick<License, 'id' | 'public_id' | 'status' | 'expires_on' | 'nodes'> & {
    edition: string
  }
  earlier: StaffTicketItem[]
  moves: StaffMove[]
  recipients: { name: string; email: string }[]
}

export type MessageKind = 'answer' | 'question' | 'solution' | 'note'
export type Closure = 'close' | 'cancel' | 'redirect'
