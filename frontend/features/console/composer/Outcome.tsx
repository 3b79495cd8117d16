import { ArrowRight, Lock, Mail, MailX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { MessageKind, StaffTicket } from '@shared/api/staff-types'
import { isInternal, statusAfter } from './kinds'
import classes from './Composer.module.css'

interface OutcomeProps {
  kind: MessageKind
  ticket: StaffTicket
}

/** What sending will do: who gets the message (NOT-5), and the status after it. */
export function Outcome({ kind, ticket }: OutcomeProps) {
  const { t } = useTranslation('console')
  const after = statusAfter(kind, ticket.status)
  return (
    <div className={classes.outcome} aria-live="polite">
      <Readers kind={kind} recipients={ticket.recipients} />
      <span className={classes.after}>
        {after === ticket.status ? (
          <>
            {t('composer.stays')} <StatusChip status={after} staff />
          </>
        ) : (
          <>
            <StatusChip status={ticket.status} staff />
            <ArrowRight size={15} aria-label={t('composer.becomes')} />
            <StatusChip status={after} staff />
          </>
        )}
      </span>
    </div>
  )
}

function Readers({ kind, recipients }: Pick<StaffTicket, 'recipients'> & { kind: MessageKind }) {
  const { t } = useTranslation('console')
  if (isInternal(kind))
    return (
      <span className={classes.readers}>
        <Lock size={15} aria-hidden /> {t('composer.internal')}
      </span>
    )
  if (recipients.length === 0)
    return (
      <span className={classes.readers} data-nobody>
        <MailX size={15} aria-hidden /> {t('composer.nobody')}
      </span>
    )
  return (
    <span className={classes.readers}>
      <Mail size={15} aria-hidden />
      <span>
        {t('composer.to')}{' '}
        {recipients.map(({ name, email }, index) => (
          <span key={email}>
            {index > 0 ? ', ' : ''}
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            <span className={classes.address}>{`<${email}>`}</span>
          </span>
        ))}
      </span>
    </span>
  )
}
