import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@shared/api/problem'
import { useFormat } from '@shared/i18n/use-format'
import type { Invitation } from '@shared/api/types'
import { Problem } from '@shared/ui/Problem'
import { Quiet, Row, RowName } from '@shared/ui/Rows'
import { invitationsKey, resendInvitation, withdrawInvitation } from '../invitations'
import classes from './InvitationList.module.css'

export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('users')
  const { resend, withdraw, error } = useActs(invitation)
  const names = invitation.rights.map((right) => t(`rights.${right}.name`)).join(', ')
  return (
    <Row
      acts={
        <>
          <Button
            size="xs"
            variant="default"
            aria-label={t('invitations.resendTo', { email: invitation.email })}
            loading={resend.isPending}
            onClick={() => resend.mutate()}
          >
            {t('invitations.resend')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('invitations.withdrawFrom', { email: invitation.email })}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t('invitations.withdraw')}
          </Button>
        </>
      }
    >
      <RowName>{invitation.email}</RowName>
      <Quiet>
        {t('invitations.by', { name: invitation.invited_by })}
        {invitation.branch ? ` · ${invitation.branch}` : null}
        {names
          ? ` · ${invitation.scope ? t('list.rightsIn', { rights: names, branch: invitation.scope }) : names}`
          : null}
        {' · '}
        <TimeLeft invitation={invitation} />
      </Quiet>
      {resend.isSuccess && !error ? (
        <span className={classes.done} role="status">
          {t('invitations.resent')}
        </span>
      ) : null}
      {error ? <Problem error={error} /> : null}
    </Row>
  )
}

function TimeLeft({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('users')
  const format = useFormat()
  const expired = invitation.state === 'expired'
  const when = format.age(invitation.ends_at)
  return (
    <time
      className={classes.left}
      data-expired={expired || undefined}
      dateTime={invitation.ends_at}
      title={format.moment(invitation.ends_at)}
    >
      {t(expired ? 'invitations.expired' : 'invitations.ends', { when })}
    </time>
  )
}

const MOVED = ['invitation_accepted', 'already_withdrawn', 'not_found']

/** What somebody else did to it first is told, and the list read anew. */
function useActs({ id }: Invitation) {
  const queryClient = useQueryClient()
  const read = () => queryClient.invalidateQueries({ queryKey: invitationsKey })
  const onError = (error: unknown) => {
    if (MOVED.some((code) => hasCode(error, code))) setTimeout(() => void read(), READ_MS)
  }
  const resend = useMutation({
    mutationFn: () => resendInvitation(id),
    onSuccess: read,
    onError,
  })
  const withdraw = useMutation({
    mutationFn: () => withdrawInvitation(id),
    onSuccess: read,
    onError,
  })
  return { resend, withdraw, error: resend.error ?? withdraw.error }
}

/** Long enough to read why, before the row goes. */
const READ_MS = 6000
