import type { ReactNode } from 'react'
import { useFormat } from '@shared/i18n/use-format'
import classes from './Partners.module.css'
import type { Partner } from './partners'
import { StandingChip } from './StandingChip'

interface PartnerRowProps {
  partner: Partner
  /** What can be done with it. */
  action?: ReactNode
}

/** Who it is, where, and how to reach them. */
export function PartnerRow({ partner, action }: PartnerRowProps) {
  const { language } = useFormat()
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(partner.country)
  // Nobody is sent to who never was a partner.
  const known = partner.standing !== 'never'
  const ways = [
    known && partner.email ? (
      <a key="mail" href={`mailto:${partner.email}`}>
        {partner.email}
      </a>
    ) : null,
    known && partner.phone ? <span key="phone">{partner.phone}</span> : null,
    known && partner.website ? (
      <a key="web" href={partner.website} target="_blank" rel="noreferrer">
        {partner.website.replace(/^https:\/\//, '')}
      </a>
    ) : null,
  ].filter((way) => way !== null)
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <span className={classes.head}>
          <bdi className={classes.name}>{partner.name}</bdi>
          <StandingChip standing={partner.standing} />
        </span>
        <span className={classes.quiet}>{[partner.city, country].filter(Boolean).join(', ')}</span>
        <span className={classes.quiet}>
          {ways.map((way, place) => (
            <span key={way.key}>
              {place > 0 ? ' · ' : null}
              {way}
            </span>
          ))}
        </span>
      </div>
      {action}
    </li>
  )
}
