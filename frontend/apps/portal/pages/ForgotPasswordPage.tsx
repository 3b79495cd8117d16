import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ForgotPassword } from '@features/accounts/links/ForgotPassword'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { Rich, STRONG } from '@shared/i18n/Rich'
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
            <Rich text={t('forgot.sent', { email: asked })} marks={STRONG} />
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
