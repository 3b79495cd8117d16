import { useTranslation } from 'react-i18next'
import { registerAlone } from '@features/recoveries/recoveries'
import { useConfig } from '@shared/api/config'
import { Aside } from '@shared/ui/frame/Aside'
import { AnchorLink, ButtonLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { MailedPage } from './MailedPage'
import { RegisterWithProof } from './RegisterWithProof'

/** For somebody without an account: first an account, then the application (COM-10). */
export function RecoverPage() {
  const { t } = useTranslation('recovery')
  return (
    <MailedPage
      aside={<About />}
      sentTitle={t('alone.sentTitle')}
      sent={(email) => t('alone.sent', { email })}
      wayOn={<AnchorLink to="/sign-in">{t('alone.toSignIn')}</AnchorLink>}
    >
      {(onRegistered) => (
        <>
          <PageHeader title={t('alone.title')} below={t('alone.about')} />
          <RegisterWithProof
            onRegistered={onRegistered}
            send={registerAlone}
            submitLabel={t('alone.submit')}
          />
        </>
      )}
    </MailedPage>
  )
}

function About() {
  const { t } = useTranslation('recovery')
  const { days } = useConfig()
  return (
    <Aside title={t('alone.haveAccount')}>
      <span>{t('alone.haveAccountHint')}</span>
      <ButtonLink to="/recovery" variant="default">
        {t('alone.signIn')}
      </ButtonLink>
      <strong>{t('steps.title')}</strong>
      <span>{t('steps.show')}</span>
      <span>{t('steps.told')}</span>
      <span>{t('steps.wait', { days: days.objection })}</span>
      <span>{t('steps.decided')}</span>
    </Aside>
  )
}
