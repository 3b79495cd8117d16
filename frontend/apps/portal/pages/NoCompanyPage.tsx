import { Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@features/accounts/session/session'
import { FoundCompany } from '@features/journeys/FoundCompany'
import { ownRecoveryQuery } from '@features/recoveries/recoveries'
import { CopyButton } from '@shared/ui/CopyButton'
import { Facts } from '@shared/ui/Facts'
import { AnchorLink, ButtonLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { Panel } from '@shared/ui/Panel'

/** For somebody in no company: the ways into one (ACC-12, COM-3, COM-10). */
export function NoCompanyPage() {
  const { t } = useTranslation('place')
  const { account, company } = useSuspenseQuery(meQuery).data
  const asked = useSuspenseQuery(ownRecoveryQuery).data?.state === 'asked'
  // Founded just now, invited or accepted meanwhile.
  if (company) return <Navigate to="/requests" replace />
  return (
    <Stack gap="md" maw="var(--k-reading)">
      <PageHeader title={t('title', { name: account.first_name })} below={t('about')} />
      {asked ? (
        <Notice
          tone="info"
          title={t('asked')}
          action={<AnchorLink to="/recovery">{t('askedWay')}</AnchorLink>}
        />
      ) : null}
      <Invited email={account.email} />
      {asked ? null : <OwnerLeft />}
      <FoundCompany />
    </Stack>
  )
}

function Invited({ email }: { email: string }) {
  const { t } = useTranslation('place')
  return (
    <Panel title={t('invited.title')}>
      <p>{t('invited.detail')}</p>
      <Facts
        facts={[
          [
            t('invited.email'),
            <span key="email">
              {email} <CopyButton value={email} label={t('invited.email')} />
            </span>,
          ],
        ]}
      />
    </Panel>
  )
}

function OwnerLeft() {
  const { t } = useTranslation(['place', 'accounts'])
  return (
    <Panel title={t('left.title')}>
      <p>{t('left.detail')}</p>
      <ButtonLink to="/recovery" variant="default">
        {t('accounts:place.recover')}
      </ButtonLink>
    </Panel>
  )
}
