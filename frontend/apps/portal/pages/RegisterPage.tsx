import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { useConfig } from '@shared/api/config'
import { Rich, STRONG } from '@shared/i18n/Rich'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { PageHeader } from '@shared/ui/PageHeader'
import { RegisterAside } from './RegisterAside'
import { RegisterWithProof } from './RegisterWithProof'
import { AnchorLink } from '@shared/ui/links'

export function RegisterPage() {
  const { t } = useTranslation('accounts')
  const [registered, setRegistered] = useState<string | null>(null)
  return registered === null ? (
    <PublicFrame aside={<RegisterAside />}>
      <PageHeader title={t('register.title')} below={t('register.intro')} />
      <RegisterWithProof onRegistered={setRegistered} />
    </PublicFrame>
  ) : (
    <PublicFrame>
      <Registered email={registered} onAgain={() => setRegistered(null)} />
    </PublicFrame>
  )
}

function Registered({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useTranslation('accounts')
  const { days } = useConfig()
  return (
    <CheckYourMail title={t('checkMail.title')}>
      <p>
        <Rich text={t('checkMail.sent', { email, days: days.link })} marks={STRONG} />
      </p>
      <p>{t('checkMail.nothing')}</p>
      <p>
        <Anchor component="button" type="button" onClick={onAgain}>
          {t('checkMail.again')}
        </Anchor>
        {' · '}
        <AnchorLink to="/sign-in">{t('checkMail.toSignIn')}</AnchorLink>
      </p>
    </CheckYourMail>
  )
}
