import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { MailedPage } from './MailedPage'
import { RegisterAside } from './RegisterAside'
import { RegisterWithProof } from './RegisterWithProof'

export function RegisterPage() {
  const { t } = useTranslation('accounts')
  const { days } = useConfig()
  return (
    <MailedPage
      aside={<RegisterAside />}
      sentTitle={t('checkMail.title')}
      sent={(email) => t('checkMail.sent', { email, days: days.link })}
      again={t('checkMail.again')}
      wayOn={<AnchorLink to="/sign-in">{t('checkMail.toSignIn')}</AnchorLink>}
    >
      {(onRegistered) => (
        <>
          <PageHeader title={t('register.title')} below={t('register.intro')} />
          <RegisterWithProof onRegistered={onRegistered} />
        </>
      )}
    </MailedPage>
  )
}
