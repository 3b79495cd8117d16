import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { ForgotPassword } from '@features/accounts/links/ForgotPassword'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { AnchorLink } from '@shared/ui/links'

export function ForgotPasswordPage() {
  const { t } = useTranslation('accounts')
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <PublicFrame>
      {asked === null ? (
        <ForgotPassword onAsked={setAsked} />
      ) : (
        <CheckYourMail title={t('forgot.sentTitle')}>
          <p>
            <Trans
              t={t}
              i18nKey="forgot.sent"
              values={{ email: asked }}
              components={{ strong: <strong /> }}
            />
          </p>
          <p>{t('checkMail.nothing')}</p>
        </CheckYourMail>
      )}
      <p>
        <AnchorLink to="/sign-in">{t('forgot.back')}</AnchorLink>
      </p>
    </PublicFrame>
  )
}
