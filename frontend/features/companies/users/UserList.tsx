import { useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Company, Me } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { NoMatch } from '@shared/ui/NoMatch'
import { Pages } from '@shared/ui/Pages'
import { Rows } from '@shared/ui/Rows'
import { isFiltered, type UserFilters } from './filters'
import { UserRow } from './UserRow'
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
  const { t } = useTranslation('users')
  const list = useUsers(filters)
  const [opened, setOpened] = useState<string | null>(null)
  const nobody = isFiltered(filters) ? (
    <NoMatch
      title={t('list.noMatch.title')}
      clear={t('list.noMatch.clear')}
      onClear={onClearFilters}
    />
  ) : (
    <EmptyState icon={Users} title={t('list.empty.title')} action={invite}>
      {t('list.empty.detail')}
    </EmptyState>
  )
  return (
    <Pages list={list} empty={nobody}>
      {(users) => (
        <Rows busy={list.isPlaceholderData}>
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
        </Rows>
      )}
    </Pages>
  )
}

function useUsers(filters: UserFilters) {
  const list = useInfiniteQuery({ ...userListQuery(filters), placeholderData: (before) => before })
  const found = list.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const looking = hasNextPage && !isFetching && !isError && found < ENOUGH
  useEffect(() => {
    if (looking) void fetchNextPage()
  }, [looking, fetchNextPage])
  return list
}
