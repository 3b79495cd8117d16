import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { openInvitationsQuery } from '../invitations'
import classes from './InvitationList.module.css'
import { InvitationRow } from './InvitationRow'

/** COM-3: the open invitations with the time that is left; nothing while there are none. */
export function InvitationList() {
  const { t } = useTranslation(['users', 'common'])
  const list = useInfiniteQuery(openInvitationsQuery)
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const invitations = list.data?.pages.flatMap((page) => page.items) ?? []
  if (invitations.length === 0) return null
  return (
    <div className={classes.panel}>
      <Panel title={t('invitations.title')} flush>
        <ul className={classes.rows}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
        {list.hasNextPage ? (
          <div className={classes.more}>
            <Button
              variant="default"
              size="xs"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('common:list.more')}
            </Button>
          </div>
        ) : null}
      </Panel>
    </div>
  )
}
