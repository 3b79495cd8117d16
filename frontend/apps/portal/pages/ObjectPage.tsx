import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ObjectByLink } from '@features/recoveries/ObjectByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function ObjectPage() {
  const { t } = useTranslation('accounts')
  const token = useLocation({ select: (location) => location.hash })
  return (
    <PublicFrame>
      <ObjectByLink
        key={token}
        token={token}
        wayOn={
          <ButtonLink to="/sign-in" variant="default">
            {t('signIn.submit')}
          </ButtonLink>
        }
      />
    </PublicFrame>
  )
}
