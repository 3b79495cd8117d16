import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ConfirmAddress } from '@features/accounts/self/reach/ConfirmAddress'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function ConfirmAddressPage() {
  const { t } = useTranslation('console')
  const token = useLocation({ select: (location) => location.hash })
  return (
    <PublicFrame app={t('app')}>
      <ConfirmAddress
        key={token}
        token={token}
        wayOn={(words) => (
          <ButtonLink to="/" variant="default">
            {words}
          </ButtonLink>
        )}
      />
    </PublicFrame>
  )
}
