import { AtSign, Check, Crown, Hand, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip, type Tone } from '@shared/ui/Chip'
import { Panel } from '@shared/ui/Panel'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'

type Person = Evidence['people'][number]
const DOMAINS: Record<Person['domain'], [Tone, LucideIcon]> = {
  fits: ['success', Check],
  free: ['warning', TriangleAlert],
  other: ['quiet', AtSign],
}

/** The company's people, with what their addresses say. */
export function Claimants({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation('desk')
  return (
    <Panel flush title={t('evidence.people')}>
      <Rows>
        {evidence.people.map((person) => (
          <Claimant key={person.email} person={person} />
        ))}
      </Rows>
      {evidence.more_people > 0 ? (
        <NoRows>{t('evidence.more', { count: evidence.more_people })}</NoRows>
      ) : null}
    </Panel>
  )
}

function Claimant({ person }: { person: Person }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const [tone, icon] = DOMAINS[person.domain]
  return (
    <Row>
      <RowName>
        <bdi>{person.name}</bdi>
        {person.claimed ? (
          <Chip tone="brand" icon={Hand}>
            {t('evidence.claimed')}
          </Chip>
        ) : null}
        {person.owner ? (
          <Chip tone="quiet" icon={Crown}>
            {t('evidence.owner')}
          </Chip>
        ) : null}
        <Chip tone={tone} icon={icon}>
          {t(`domain.${person.domain}`)}
        </Chip>
      </RowName>
      <Quiet>
        <a href={`mailto:${person.email}`}>{person.email}</a> ·{' '}
        {t('evidence.joined', { date: format.date(person.joined_at) })}
      </Quiet>
    </Row>
  )
}
