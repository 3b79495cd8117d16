import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Pages } from '@shared/ui/Pages'
import { Rows } from '@shared/ui/Rows'
import { openInvitationsQuery } from '../invitations'
import classes from './InvitationList.module.css'
import { InvitationRow } from './InvitationRow'

/** COM-3: the open invitations with the time that is left; nothing while there are none. */
export function InvitationList() {
  const { t } = useTranslation('users')
  const list = useInfiniteQuery(openInvitationsQuery)
  const some = list.data?.pages.some((page) => page.items.length > 0) ?? false
  if (list.isPending || (list.data && !some)) return null
  return (
    <div className={classes.panel}>
      <Pages list={list} title={t('invitations.title')} empty={null}>
        {(invitations) => (
          <Rows>
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </Rows>
        )}
      </Pages>
    </div>
  )
}
