import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@shared/api/types'
import { Notice } from '@shared/ui/Notice'
import { Problem } from '@shared/ui/Problem'
import { DeleteUser } from './DeleteUser'
import classes from './Users.module.css'
import { sendReset } from './users'

interface UserActsProps {
  user: Member
  onGone: () => void
}

/** COM-6: a link for a new password; and the end of the account. */
export function UserActs({ user, onGone }: UserActsProps) {
  const { t } = useTranslation('users')
  const name = `${user.first_name} ${user.last_name}`
  const [deleting, setDeleting] = useState(false)
  const reset = useMutation({ mutationFn: () => sendReset(user.id) })
  return (
    <section>
      <h3>{t('edit.account')}</h3>
      {reset.isSuccess ? (
        <Notice tone="success">{t('edit.resetSent', { email: user.email })}</Notice>
      ) : null}
      {reset.error ? <Problem error={reset.error} /> : null}
      <div className={classes.foot}>
        <Button
          variant="default"
          leftSection={<KeyRound size={15} aria-hidden />}
          loading={reset.isPending}
          onClick={() => reset.mutate()}
        >
          {t('edit.reset')}
        </Button>
        {user.may.includes('delete') ? (
          <Button
            variant="default"
            color="red"
            leftSection={<Trash2 size={15} aria-hidden />}
            onClick={() => setDeleting(true)}
          >
            {t('delete.open')}
          </Button>
        ) : null}
      </div>
      <DeleteUser
        user={user}
        name={name}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={onGone}
      />
    </section>
  )
}
