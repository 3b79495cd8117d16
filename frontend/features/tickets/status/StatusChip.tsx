import {
  Ban,
  CalendarX,
  CircleCheck,
  CircleDot,
  CircleSlash,
  CornerUpRight,
  Lightbulb,
  type LucideIcon,
  MessageCircleQuestionMark,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TicketStatus } from '@shared/api/types'
import { Chip, type Tone } from '@shared/ui/Chip'

const LOOKS: Record<TicketStatus, [Tone, LucideIcon]> = {
  in_progress: ['info', CircleDot],
  awaiting_answer: ['warning', MessageCircleQuestionMark],
  solution_provided: ['success', Lightbulb],
  resolved_no_information: ['quiet', CircleSlash],
  closed: ['quiet', CircleCheck],
  closed_redirected: ['quiet', CornerUpRight],
  cancelled_by_specialist: ['quiet', Ban],
  cancelled_by_user: ['quiet', Ban],
  cancelled_expired: ['quiet', CalendarX],
}

interface StatusChipProps {
  status: TicketStatus
  /** Customers read "awaiting your answer"; staff read whose answer it is. */
  staff?: boolean
}

export function StatusChip({ status, staff }: StatusChipProps) {
  const statusText = useStatusText(staff)
  const [tone, icon] = LOOKS[status]
  return (
    <Chip tone={tone} icon={icon}>
      {statusText(status)}
    </Chip>
  )
}

export function useStatusText(staff?: boolean): (status: TicketStatus) => string {
  const { t } = useTranslation('tickets')
  return (status) => t(staff ? `statusForStaff.${status}` : `status.${status}`)
}
