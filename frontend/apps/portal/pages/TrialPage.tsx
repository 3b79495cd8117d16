import { Anchor, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { TrialForm } from '@features/shop/trials/TrialForm'
import { triableQuery } from '@features/shop/trials/trials'
import { EmptyState } from '@shared/ui/EmptyState'
import { Rich, STRONG } from '@shared/i18n/Rich'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { Loading } from '@shared/ui/Loading'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'

export function TrialPage() {
  const { t } = useTranslation(['shop', 'accounts'])
  const [asked, setAsked] = useState<string | null>(null)
  if (asked !== null)
    return (
      <PublicFrame>
        <CheckYourMail title={t('trial.sentTitle')}>
          <p>
            <Rich text={t('trial.sent', { email: asked })} marks={STRONG} />
          </p>
          <p>{t('accounts:checkMail.nothing')}</p>
          <p>
            <Anchor component="button" type="button" onClick={() => setAsked(null)}>
              {t('trial.again')}
            </Anchor>
          </p>
        </CheckYourMail>
      </PublicFrame>
    )
  return (
    <PublicFrame aside={<Aside />}>
      <PageHeader title={t('trial.title')} below={t('trial.intro')} />
      <Offered onAsked={setAsked} />
    </PublicFrame>
  )
}

function Offered({ onAsked }: { onAsked: (email: string) => void }) {
  const { t, i18n } = useTranslation('shop')
  const offered = useQuery(triableQuery(i18n.language))
  if (offered.isPending) return <Loading />
  if (offered.isError) return <Problem error={offered.error} retry={() => void offered.refetch()} />
  if (offered.data.items.length === 0)
    return <EmptyState icon={PackageOpen} title={t('trial.none')} />
  return <TrialForm offered={offered.data.items} onAsked={onAsked} />
}

function Aside() {
  const { t } = useTranslation('shop')
  return (
    <Stack gap="sm">
      <strong>{t('trial.asideTitle')}</strong>
      <span>{t('trial.aside.mail')}</span>
      <span>{t('trial.aside.end')}</span>
      <span>{t('trial.aside.limit')}</span>
    </Stack>
  )
}
