import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTicket } from '@shared/api/staff-types'
import { Facts } from '@shared/ui/Facts'
import { Moment } from '@shared/ui/Times'
import { StoppedChip } from '../companies/StoppedChip'
import { EarlierRequests, type RequestLink } from './EarlierRequests'
import { LicenseFacts } from './LicenseFacts'
import type { Places } from './places'
import classes from './SidePanel.module.css'
import { StatusHistory } from './StatusHistory'

interface SidePanelProps {
  ticket: StaffTicket
  assignment: ReactNode
  link: RequestLink
  places: Places
}

/** What is good to know beside the conversation (STF-3). */
export function SidePanel({ ticket, assignment, link, places }: SidePanelProps) {
  const { t, i18n } = useTranslation('console')
  return (
    <aside className={classes.panel} aria-label={t('side.label')}>
      {assignment}
      <Section title={t('side.customer')}>
        <Facts
          facts={[
            [
              t('side.company'),
              places.company(ticket.company.id, <bdi>{ticket.company.name}</bdi>),
            ],
            [t('side.author'), <Author key="author" ticket={ticket} />],
            [t('side.language'), languageName(ticket.author.language, i18n.language)],
          ]}
        />
      </Section>
      <Section title={t('side.request')}>
        <Facts
          facts={[
            [t('side.product'), ticket.product_name],
            [t('side.version'), ticket.version_name],
            [t('side.os'), ticket.os_name],
            [t('side.type'), `${ticket.type_name} › ${ticket.subtype_name}`],
            [t('side.opened'), <Moment key="opened" value={ticket.created_at} />],
            [t('side.related'), ticket.related && link(ticket.related.id, ticket.related.number)],
            [t('side.ends'), ticket.closes_at && <Moment key="ends" value={ticket.closes_at} />],
          ]}
        />
      </Section>
      <Section title={t('side.license')}>
        <LicenseFacts
          license={ticket.license}
          publicId={ticket.license_public_id}
          link={places.license}
        />
      </Section>
      <Section title={t('side.history')}>
        <StatusHistory history={ticket.history} />
      </Section>
      <Section title={t('side.earlier')}>
        <EarlierRequests earlier={ticket.earlier} link={link} />
      </Section>
    </aside>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  )
}

function Author({ ticket: { author } }: { ticket: StaffTicket }) {
  const { t } = useTranslation('console')
  return (
    <>
      <bdi>{author.name}</bdi>
      {author.email ? (
        <>
          <br />
          <a href={`mailto:${author.email}`}>{author.email}</a>
        </>
      ) : null}
      {author.stopped_for ? (
        <span className={classes.stopped}>
          <StoppedChip reason={author.stopped_for} />
          <span className={classes.small}>{t('side.stopped')}</span>
        </span>
      ) : null}
    </>
  )
}

function languageName(tag: string, shownIn: string): string | undefined {
  return tag ? new Intl.DisplayNames(shownIn, { type: 'language' }).of(tag) : undefined
}
