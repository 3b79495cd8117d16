import { Crown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyPerson } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { SearchField } from '@shared/ui/filter/SearchField'
import { Pages } from '@shared/ui/Pages'
import { NoRows, Quiet, Row, RowName, Rows } from '@shared/ui/Rows'
import classes from './Companies.module.css'
import { StoppedChip } from './StoppedChip'
import { usePeople } from './use-people'

interface CompanyPeopleProps {
  id: string
  /** What can be done with a person. */
  actions?: (person: CompanyPerson) => ReactNode
}

export function CompanyPeople({ id, actions }: CompanyPeopleProps) {
  const { t } = useTranslation('customers')
  const { list, find, setFind, many } = usePeople(id)
  return (
    <Pages
      list={list}
      title={t('page.people')}
      head={
        many ? (
          <div className={classes.find}>
            <SearchField label={t('people.find')} value={find} onFind={setFind} />
          </div>
        ) : null
      }
      empty={<NoRows>{t('people.nobody')}</NoRows>}
    >
      {(people) => (
        <Rows busy={list.isPlaceholderData}>
          {people.map((person) => (
            <Person key={person.id} person={person} acts={actions?.(person)} />
          ))}
        </Rows>
      )}
    </Pages>
  )
}

function Person({ person, acts }: { person: CompanyPerson; acts: ReactNode }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const rights = person.rights.map((right) => t(`people.right.${right}`))
  return (
    <Row acts={acts}>
      <RowName>
        <bdi>{person.name}</bdi>
        {person.owner ? (
          <Chip tone="brand" icon={Crown}>
            {t('people.owner')}
          </Chip>
        ) : null}
        <StoppedChip reason={person.stopped_for} />
      </RowName>
      <Quiet>
        <a href={`mailto:${person.email}`}>{person.email}</a>
        {' · '}
        {t('people.joined', { date: format.date(person.joined_at) })}
        {person.branch ? ` · ${person.branch}` : null}
      </Quiet>
      {rights.length > 0 ? <Quiet>{t('people.may', { rights: format.list(rights) })}</Quiet> : null}
    </Row>
  )
}
