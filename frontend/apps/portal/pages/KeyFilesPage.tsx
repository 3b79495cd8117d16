import { useTranslation } from 'react-i18next'
import { KeyFilesForm } from '@features/shop/key-files/KeyFilesForm'
import { Aside } from '@shared/ui/frame/Aside'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { MailedPage } from './MailedPage'

export function KeyFilesPage() {
  const { t } = useTranslation('shop')
  return (
    <MailedPage
      aside={<About />}
      sentTitle={t('keyFiles.sentTitle')}
      sent={(email) => t('keyFiles.sent', { email })}
      again={t('keyFiles.again')}
    >
      {(onAsked) => (
        <>
          <PageHeader title={t('keyFiles.title')} below={t('keyFiles.intro')} />
          <KeyFilesForm onAsked={onAsked} />
        </>
      )}
    </MailedPage>
  )
}

function About() {
  const { t } = useTranslation('shop')
  return (
    <Aside title={t('keyFiles.asideTitle')}>
      <span>{t('keyFiles.aside.zip')}</span>
      <span>{t('keyFiles.aside.offline')}</span>
      <AnchorLink to="/sign-in" inherit>
        {t('keyFiles.aside.account')}
      </AnchorLink>
    </Aside>
  )
}
