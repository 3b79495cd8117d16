/** Shapes that only the staff's side of the API speaks. */
import type { Named, Ticket, TicketItem } from './types'

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

/** The license that a request stands on. */
export interface StaffLicense {
  id: string
  public_id: string
  edition: string
  end_user: string
  nodes: number
  expires_on: string
  blocked: boolean
}

export interface StaffTicket extends Omit<Ticket, 'author'> {
  company: Named
  /** E-mail and language are empty when the account is gone. */
  author: { id: string; name: string; email: string; language: string }
  assignee: Named | null
  license: StaffLicense | null
  /** What the company asked before, the newest first. */
  earlier: TicketItem[]
  moves: StaffMove[]
  /** Who gets a message by mail (NOT-5). */
  recipients: { name: string; email: string }[]
}

export type MessageKind = 'answer' | 'question' | 'solution' | 'note'
export type Closure = 'close' | 'cancel' | 'redirect'
