import { Checkbox, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@shared/api/types'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { deleteUser } from './users'

interface DeleteUserProps {
  user: Member
  name: string
  opened: boolean
  onClose: () => void
  onDeleted: () => void
}

/** COM-6: tells in plain words what will happen, and asks for the tick. */
export function DeleteUser({ user, name, opened, onClose, onDeleted }: DeleteUserProps) {
  const { t } = useTranslation('users')
  const [ticked, setTicked] = useState(false)
  const [missing, setMissing] = useState(false)
  const deleting = useMutation({ mutationFn: () => deleteUser(user.id), onSuccess: onDeleted })
  return (
    <ConfirmDialog
      opened={opened}
      title={t('delete.title', { name })}
      confirmLabel={t('delete.submit')}
      danger
      busy={deleting.isPending}
      error={deleting.error}
      onConfirm={() => {
        setMissing(!ticked)
        if (ticked) deleting.mutate()
      }}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('delete.what', { name, email: user.email })}</p>
        <p style={{ margin: 0 }}>{t('delete.stays')}</p>
        <Checkbox
          label={t('delete.tick')}
          checked={ticked}
          error={missing && !ticked ? t('delete.mustTick') : undefined}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
      </Stack>
    </ConfirmDialog>
  )
}
