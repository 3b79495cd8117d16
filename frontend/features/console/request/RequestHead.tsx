import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SeverityMark } from '@features/tickets/status/SeverityMark'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { StaffTicket } from '@shared/api/staff-types'
import { CopyButton } from '@shared/ui/CopyButton'
import { PageHeader } from '@shared/ui/PageHeader'
import { Age } from '@shared/ui/Times'
import classes from './RequestView.module.css'

interface RequestHeadProps {
  ticket: StaffTicket
  back: ReactNode
  actions: ReactNode
}

export function RequestHead({ ticket, back, actions }: RequestHeadProps) {
  const { t } = useTranslation('console')
  return (
    <PageHeader
      title={ticket.subject}
      tabTitle={`${ticket.number} ${ticket.subject}`}
      back={back}
      above={
        <span className={classes.number}>
          <span className="k-code">{ticket.number}</span>
          <CopyButton value={ticket.number} label={t('request.number')} />
        </span>
      }
      below={
        <span className={classes.state}>
          <StatusChip status={ticket.status} staff />
          <SeverityMark severity={ticket.severity} />
          <bdi>{ticket.company.name}</bdi>
          <span>
            {t('request.updated')} <Age value={ticket.updated_at} />
          </span>
        </span>
      }
      actions={actions}
    />
  )
}
