import { Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ParkedLetters } from '@features/console/mail/ParkedLetters'
import { StoppedAddresses } from '@features/console/mail/StoppedAddresses'
import { PageHeader } from '@shared/ui/PageHeader'

export function MailPage() {
  const { t } = useTranslation('mail')
  return (
    <>
      <PageHeader title={t('title')} below={t('about')} />
      <Stack gap="md">
        <ParkedLetters />
        <StoppedAddresses
          link={(id, name) => (
            <Link to="/companies/$id" params={{ id }}>
              <bdi>{name}</bdi>
            </Link>
          )}
        />
      </Stack>
    </>
  )
}
