import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { registerAlone } from '@features/recoveries/recoveries'
import { useConfig } from '@shared/api/config'
import { Rich, STRONG } from '@shared/i18n/Rich'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { AnchorLink, ButtonLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { RegisterWithProof } from './RegisterWithProof'

/** For somebody without an account: first an account, then the application (COM-10). */
export function RecoverPage() {
  const { t } = useTranslation('recovery')
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo !== null)
    return (
      <PublicFrame>
        <CheckYourMail title={t('alone.sentTitle')}>
          <p>
            <Rich text={t('alone.sent', { email: sentTo })} marks={STRONG} />
          </p>
          <p>
            <AnchorLink to="/sign-in">{t('alone.toSignIn')}</AnchorLink>
          </p>
        </CheckYourMail>
      </PublicFrame>
    )
  return (
    <PublicFrame aside={<Aside />}>
      <PageHeader title={t('alone.title')} below={t('alone.about')} />
      <RegisterWithProof
        onRegistered={setSentTo}
        send={registerAlone}
        submitLabel={t('alone.submit')}
      />
    </PublicFrame>
  )
}

function Aside() {
  const { t } = useTranslation('recovery')
  const { days } = useConfig()
  return (
    <Stack gap="sm" align="flex-start">
      <strong>{t('alone.haveAccount')}</strong>
      <span>{t('alone.haveAccountHint')}</span>
      <ButtonLink to="/recovery" variant="default">
        {t('alone.signIn')}
      </ButtonLink>
      <strong>{t('steps.title')}</strong>
      <span>{t('steps.show')}</span>
      <span>{t('steps.told')}</span>
      <span>{t('steps.wait', { days: days.objection })}</span>
      <span>{t('steps.decided')}</span>
    </Stack>
  )
}
