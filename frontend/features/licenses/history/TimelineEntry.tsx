import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseEvent } from '@shared/api/types'
import { useFormat } from '@shared/i18n/use-format'
import { Day, Moment } from '@shared/ui/Times'
import classes from './Timeline.module.css'

const BAD: readonly string[] = [
  'blocked',
  'check_refused',
  'withdrawn',
  'seats_withdrawn',
  'overused',
]
const GOOD: readonly string[] = ['check_passed', 'unblocked', 'seats_added', 'merged', 'extended']

interface TimelineEntryProps {
  event: LicenseEvent
  link: (ticketId: string, number: string) => ReactNode
}

export function TimelineEntry({ event, link }: TimelineEntryProps) {
  const tone = BAD.includes(event.what) ? 'danger' : GOOD.includes(event.what) ? 'success' : 'quiet'
  const { ticket_id: ticketId, ticket_number: number } = event.details
  return (
    <li className={classes.event} data-tone={tone}>
      <span>
        <What event={event} />
        {ticketId && number ? <> {link(ticketId, number)}</> : null}
      </span>
      {event.text ? <p className={classes.words}>{event.text}</p> : null}
      <span className={classes.quiet}>
        {event.day_only ? <Day value={event.at.slice(0, 10)} /> : <Moment value={event.at} />}
        <Who event={event} />
      </span>
    </li>
  )
}

function What({ event: { what, details } }: { event: LicenseEvent }) {
  const { t, i18n } = useTranslation('life')
  const format = useFormat()
  const key = keyOf(what, details)
  const values = {
    file: details.key_file_name ?? '',
    number: '',
    at: details.planned_for ? format.moment(details.planned_for) : '',
    code: details.code ?? '',
    before: format.number(details.nodes_before ?? 0),
    after: format.number(details.nodes_after ?? 0),
    ids: (details.public_ids ?? []).join(', '),
  }
  const known = i18n.exists(`timeline.what.${key}`, { ns: 'life' })
  return t(`timeline.what.${known ? (key as 'issued') : 'other'}`, values)
}

function keyOf(what: LicenseEvent['what'], details: LicenseEvent['details']): string {
  if (what === 'claimed' && details.claim === 'pending') return 'claimed_pending'
  return what === 'block_requested' && details.planned_for ? 'block_requested_at' : what
}

function Who({ event: { side, by, day_only: dayOnly } }: { event: LicenseEvent }) {
  const { t } = useTranslation('life')
  if (side === 'system' || dayOnly) return null
  if (by) return <> · {t('timeline.by', { name: by })}</>
  return <> · {t(side === 'staff' ? 'timeline.support' : 'timeline.customer')}</>
}
