import { Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { Imports } from '@features/console/systems/Imports'
import { Tokens } from '@features/console/systems/Tokens'
import { sendFile } from '@features/tickets/upload/send-file'
import { staffUploads } from '@features/tickets/upload/upload-api'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'

export function SystemsPage() {
  const { t } = useTranslation('systems')
  const { role } = useSuspenseQuery(staffMeQuery).data
  return (
    <>
      <PageHeader title={t('title')} below={t('about')} />
      <Stack gap="md">
        {role === 'supervisor' ? <Tokens /> : <Notice tone="info">{t('supervisorsOnly')}</Notice>}
        {role === 'agent' ? null : <Imports send={(file) => sendFile(file, staffUploads)} />}
      </Stack>
    </>
  )
}
