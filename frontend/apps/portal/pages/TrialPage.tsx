import { useQuery } from '@tanstack/react-query'
import { PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TrialForm } from '@features/shop/trials/TrialForm'
import { triableQuery } from '@features/shop/trials/trials'
import { EmptyState } from '@shared/ui/EmptyState'
import { Aside } from '@shared/ui/frame/Aside'
import { Loading } from '@shared/ui/Loading'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'
import { MailedPage } from './MailedPage'

export function TrialPage() {
  const { t } = useTranslation('shop')
  return (
    <MailedPage
      aside={<About />}
      sentTitle={t('trial.sentTitle')}
      sent={(email) => t('trial.sent', { email })}
      again={t('trial.again')}
    >
      {(onAsked) => (
        <>
          <PageHeader title={t('trial.title')} below={t('trial.intro')} />
          <Offered onAsked={onAsked} />
        </>
      )}
    </MailedPage>
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

function About() {
  const { t } = useTranslation('shop')
  return (
    <Aside title={t('trial.asideTitle')}>
      <span>{t('trial.aside.mail')}</span>
      <span>{t('trial.aside.end')}</span>
      <span>{t('trial.aside.limit')}</span>
    </Aside>
  )
}
