import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { SearchX, Users } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Me } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { isFiltered, type UserFilters } from './filters'
import { UserRow } from './UserRow'
import classes from './Users.module.css'
import { userListQuery } from './users'

/** Where filters leave most of a look out, more is looked through until this many are found. */
const ENOUGH = 10

interface UserListProps {
  me: Me
  company: Company
  filters: UserFilters
  /** Offered while there is nobody else. */
  invite: ReactNode
  onClearFilters: () => void
}

/** COM-5, COM-6: by last name; each can be opened and changed where they stand. */
export function UserList({ me, company, filters, invite, onClearFilters }: UserListProps) {
  const { t } = useTranslation(['users', 'common'])
  const { list, users } = useUsers(filters)
  const [opened, setOpened] = useState<string | null>(null)
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  if (users.length === 0 && !list.hasNextPage)
    return isFiltered(filters) ? (
      <EmptyState
        icon={SearchX}
        title={t('list.noMatch.title')}
        action={
          <Button variant="default" onClick={onClearFilters}>
            {t('list.noMatch.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyState icon={Users} title={t('list.empty.title')} action={invite}>
        {t('list.empty.detail')}
      </EmptyState>
    )
  return (
    <>
      {list.isError ? <Problem error={list.error} retry={() => void list.refetch()} /> : null}
      <Panel flush>
        <ul className={classes.rows}>
          {users.map((user) => (
            <UserRow
              key={user.id}
              me={me}
              company={company}
              user={user}
              open={opened === user.id}
              onToggle={() => setOpened(opened === user.id ? null : user.id)}
              onGone={() => setOpened(null)}
            />
          ))}
        </ul>
      </Panel>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:list.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function useUsers(filters: UserFilters) {
  const list = useInfiniteQuery({ ...userListQuery(filters), placeholderData: (before) => before })
  const users = list.data?.pages.flatMap((page) => page.items) ?? []
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const looking = hasNextPage && !isFetching && !isError && users.length < ENOUGH
  useEffect(() => {
    if (looking) void fetchNextPage()
  }, [looking, fetchNextPage])
  return { list, users }
}
