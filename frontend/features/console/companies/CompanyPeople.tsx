import { Button } from '@mantine/core'
import { Crown, MailX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyPerson } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { Chip } from '@shared/ui/Chip'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import classes from './Companies.module.css'
import { FindPerson } from './FindPerson'
import { usePeople } from './use-people'

interface CompanyPeopleProps {
  id: string
  /** What can be done with a person. */
  actions?: (person: CompanyPerson) => ReactNode
}

export function CompanyPeople({ id, actions }: CompanyPeopleProps) {
  const { t } = useTranslation(['customers', 'common'])
  const { list, find, setFind, many } = usePeople(id)
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const people = list.data.pages.flatMap((page) => page.items)
  return (
    <Panel flush title={t('page.people')}>
      {many ? (
        <div className={classes.find}>
          <FindPerson value={find} onChange={setFind} />
        </div>
      ) : null}
      {people.length === 0 ? <p className={classes.nobody}>{t('people.nobody')}</p> : null}
      <ul className={classes.rows}>
        {people.map((person) => (
          <li key={person.id} className={classes.row}>
            <Person person={person} />
            {actions?.(person)}
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button
            size="xs"
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:list.more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

function Person({ person }: { person: CompanyPerson }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const rights = person.rights.map((right) => t(`people.right.${right}`))
  return (
    <div className={classes.person}>
      <span className={classes.line}>
        <bdi>{person.name}</bdi>
        {person.owner ? (
          <Chip tone="brand" icon={Crown}>
            {t('people.owner')}
          </Chip>
        ) : null}
        {person.stopped_for ? (
          <Chip tone="warning" icon={MailX}>
            {t(`people.stopped.${person.stopped_for}`)}
          </Chip>
        ) : null}
      </span>
      <span className={classes.quiet}>
        <a href={`mailto:${person.email}`}>{person.email}</a>
        {' · '}
        {t('people.joined', { date: format.date(person.joined_at) })}
        {person.branch ? ` · ${person.branch}` : null}
      </span>
      {rights.length > 0 ? (
        <span className={classes.quiet}>{t('people.may', { rights: format.list(rights) })}</span>
      ) : null}
    </div>
  )
}
