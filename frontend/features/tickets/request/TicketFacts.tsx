import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '@shared/api/types'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { Moment } from '@shared/ui/Times'
import { SeverityMark } from '../status/SeverityMark'

interface TicketFactsProps {
  ticket: Ticket
  /** The link to the request that this one goes on from. */
  related: ReactNode
}

export function TicketFacts({ ticket, related }: TicketFactsProps) {
  const { t } = useTranslation('tickets')
  return (
    <Panel title={t('request.facts')}>
      <Facts
        facts={[
          [t('form.product_id'), ticket.product_name],
          [t('form.version_id'), ticket.version_name],
          [t('form.type_id'), [ticket.type_name, ticket.subtype_name].filter(Boolean).join(' · ')],
          [t('form.os_id'), ticket.os_name],
          [t('form.severity'), <SeverityMark key="severity" severity={ticket.severity} />],
          [t('list.column.author'), <bdi key="author">{ticket.author.name}</bdi>],
          [t('request.created'), <Moment key="created" value={ticket.created_at} />],
          [t('request.license'), ticket.license_public_id],
          [t('request.related'), related],
        ]}
      />
    </Panel>
  )
}
