import type { ReactNode } from 'react'
import { useFormat } from '@shared/i18n/use-format'
import { Quiet, Row, RowName } from '@shared/ui/Rows'
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
    <Row acts={action}>
      <RowName>
        <bdi>{partner.name}</bdi>
        <StandingChip standing={partner.standing} />
      </RowName>
      <Quiet>{[partner.city, country].filter(Boolean).join(', ')}</Quiet>
      <Quiet>
        {ways.map((way, place) => (
          <span key={way.key}>
            {place > 0 ? ' · ' : null}
            {way}
          </span>
        ))}
      </Quiet>
    </Row>
  )
}
