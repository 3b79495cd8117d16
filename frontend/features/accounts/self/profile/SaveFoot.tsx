import { Button, Group } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import classes from './Profile.module.css'

type Saving = Pick<UseMutationResult, 'isPending' | 'isSuccess'>

/** Saves the form it ends, and says that it is saved. */
export function SaveFoot({ saving }: { saving: Saving }) {
  const { t } = useTranslation('self')
  return (
    <Group gap="sm">
      <Button type="submit" loading={saving.isPending}>
        {t('profile.save')}
      </Button>
      <span role="status" className={classes.saved}>
        {saving.isSuccess ? t('profile.saved') : ''}
      </span>
    </Group>
  )
}
