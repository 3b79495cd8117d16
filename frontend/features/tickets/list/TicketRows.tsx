import { useMediaQuery } from '@mantine/hooks'
import { Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketItem } from '@shared/api/types'
import { Age } from '@shared/ui/Times'
import { StatusChip } from '../status/StatusChip'
import classes from './TicketList.module.css'

interface TicketRowsProps {
  tickets: TicketItem[]
  /** The subject as the app's link to the request. */
  link: (ticket: TicketItem) => ReactNode
  /** What stands there is about to be replaced. */
  busy?: boolean
}

/** A table where there is room for one, cards where there is not. */
export function TicketRows(props: TicketRowsProps) {
  const narrow = useMediaQuery('(max-width: 52em)', false, { getInitialValueInEffect: false })
  return narrow ? <TicketCards {...props} /> : <TicketTable {...props} />
}

function TicketTable({ tickets, link, busy }: TicketRowsProps) {
  const { t } = useTranslation('tickets')
  return (
    <table className={classes.table} aria-busy={busy}>
      <thead>
        <tr>
          <th scope="col">{t('list.column.subject')}</th>
          <th scope="col">{t('list.column.status')}</th>
          <th scope="col">{t('list.column.product')}</th>
          <th scope="col">{t('list.column.author')}</th>
          <th scope="col">{t('list.column.updated')}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <tr key={ticket.id}>
            <td className={classes.subject}>
              {link(ticket)}
              <span className={classes.number}>
                <span className="k-figures">{ticket.number}</span> <Files count={ticket.files} />
              </span>
            </td>
            <td>
              <StatusChip status={ticket.status} />
            </td>
            <td>{ticket.product_name}</td>
            <td className={classes.author}>
              <bdi>{ticket.author.name}</bdi>
            </td>
            <td className={classes.quiet}>
              <Age value={ticket.updated_at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TicketCards({ tickets, link, busy }: TicketRowsProps) {
  return (
    <ul className={classes.cards} aria-busy={busy}>
      {tickets.map((ticket) => (
        <li key={ticket.id} className={classes.card}>
          <div>
            <StatusChip status={ticket.status} />
          </div>
          <div>{link(ticket)}</div>
          <div className={classes.cardFoot}>
            <span className="k-figures">
              {ticket.number} <Files count={ticket.files} />
            </span>
            <Age value={ticket.updated_at} />
          </div>
          <div className={classes.cardFoot}>
            <span>{ticket.product_name}</span>
            <bdi>{ticket.author.name}</bdi>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Files({ count }: { count: number }) {
  const { t } = useTranslation('tickets')
  if (count === 0) return null
  return (
    <span title={t('list.files', { count })}>
      <Paperclip size={13} aria-label={t('list.files', { count })} /> {count}
    </span>
  )
}
