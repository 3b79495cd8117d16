import { useTranslation } from 'react-i18next'
import type { Ticket } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Notice } from '@shared/ui/Notice'

/** What the status means for the person, and what happens if nobody does anything. */
export function StatusExplained({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('tickets')
  const format = useFormat()
  const tone = ticket.waiting_for === 'you' ? 'warning' : 'info'
  return (
    <Notice tone={tone}>
      {t(`statusMeans.${ticket.status}`)}
      {ticket.closes_at
        ? ` ${t('request.closesAt', { when: format.moment(ticket.closes_at) })}`
        : null}
    </Notice>
  )
}
