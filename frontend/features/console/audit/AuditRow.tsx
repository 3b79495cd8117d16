import { Filter } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '@shared/api/staff-types'
import { Moment } from '@shared/ui/Times'
import classes from './Audit.module.css'
import { useAuditWords } from './use-words'

export interface AuditRowLinks {
  /** The way to what an entry is about, where it has a page. */
  link: (subject: { kind: string; id: string }, name: string) => ReactNode
}

interface AuditRowProps extends AuditRowLinks {
  entry: AuditEntry
  onPerson: () => void
  onCompany: () => void
}

export function AuditRow({ entry, link, onPerson, onCompany }: AuditRowProps) {
  const { t } = useTranslation('audit')
  const { said, who } = useAuditWords()
  const { subject, company } = entry
  const nameless = ({ kind, id }: AuditEntry['subject']) =>
    kind === 'address' ? t('addressForgotten') : `${t('gone')} (${id})`
  return (
    <li className={classes.row}>
      <span className={classes.when}>
        <Moment value={entry.at} />
      </span>
      <div className={classes.what}>
        <span className={classes.said}>
          <bdi>{said(entry)}</bdi>
          <Only name={who(entry.actor)} onPress={onPerson} />
        </span>
        <span className={classes.quiet}>
          {subject.kind === 'other' ? null : (
            <>
              {subject.name ? link(subject, subject.name) : nameless(subject)}
              {' · '}
            </>
          )}
          {company ? (
            <>
              {link({ kind: 'company', id: company.id }, company.name ?? t('gone'))}
              <Only name={company.name ?? company.id} onPress={onCompany} />
            </>
          ) : (
            t('vendor')
          )}
          {entry.address ? ` · ${t('from', { address: entry.address })}` : null}
        </span>
        <Details details={entry.details} />
      </div>
    </li>
  )
}

function Only({ name, onPress }: { name: string; onPress: () => void }) {
  const { t } = useTranslation('audit')
  const words = t('filter.only', { name })
  return (
    <button
      type="button"
      className={classes.only}
      aria-label={words}
      title={words}
      onClick={onPress}
    >
      <Filter size={13} aria-hidden />
    </button>
  )
}

/** What changed, by the names that it is kept under: for those who look closely. */
function Details({ details }: { details: AuditEntry['details'] }) {
  const { t } = useTranslation('audit')
  const facts = Object.entries(details)
  if (facts.length === 0) return null
  return (
    <details className={classes.details}>
      <summary>{t('details')}</summary>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="k-code">{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
