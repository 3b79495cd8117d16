import type { MessageKind, StaffMove } from '@shared/api/staff-types'
import type { TicketStatus } from '@shared/api/types'

export const KINDS = ['answer', 'question', 'solution', 'note'] as const

/** The status that a message leads to; what is not here leaves the status as it is. */
const LEADS_TO: Partial<Record<MessageKind, TicketStatus>> = {
  question: 'awaiting_answer',
  solution: 'solution_provided',
}

export function statusAfter(kind: MessageKind, status: TicketStatus): TicketStatus {
  return LEADS_TO[kind] ?? status
}

/** A note stays among staff; everything else goes to the customer. */
export function isInternal(kind: MessageKind): boolean {
  return kind === 'note'
}

/** What was wanted if it is possible just now, else the first that is. */
export function possibleKind(wanted: MessageKind, moves: StaffMove[]): MessageKind {
  return moves.includes(wanted) ? wanted : (KINDS.find((kind) => moves.includes(kind)) ?? wanted)
}
