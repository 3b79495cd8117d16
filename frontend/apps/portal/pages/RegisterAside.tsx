import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { Aside } from '@shared/ui/frame/Aside'
import { AnchorLink } from '@shared/ui/links'

export function RegisterAside() {
  const { t } = useTranslation('accounts')
  const { days } = useConfig()
  return (
    <Aside title={t('register.asideTitle')}>
      <span>{t('register.aside.code')}</span>
      <span>{t('register.aside.colleague')}</span>
      <span>{t('register.aside.next', { days: days.link })}</span>
      <span>
        {t('place.ownerLeft')}{' '}
        <AnchorLink to="/recover" inherit>
          {t('place.recover')}
        </AnchorLink>
      </span>
      <span>
        {t('register.haveAccount')}{' '}
        <AnchorLink to="/sign-in" inherit>
          {t('signIn.submit')}
        </AnchorLink>
      </span>
    </Aside>
  )
}
