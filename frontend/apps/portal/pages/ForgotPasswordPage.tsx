import { useTranslation } from 'react-i18next'
import { ForgotPassword } from '@features/accounts/links/ForgotPassword'
import { AnchorLink } from '@shared/ui/links'
import { MailedPage } from './MailedPage'

export function ForgotPasswordPage() {
  const { t } = useTranslation('accounts')
  const back = <AnchorLink to="/sign-in">{t('forgot.back')}</AnchorLink>
  return (
    <MailedPage
      sentTitle={t('forgot.sentTitle')}
      sent={(email) => t('forgot.sent', { email })}
      wayOn={back}
    >
      {(onAsked) => (
        <>
          <ForgotPassword onAsked={onAsked} />
          <p>{back}</p>
        </>
      )}
    </MailedPage>
  )
}
