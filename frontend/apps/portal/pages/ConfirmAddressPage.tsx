import { useLocation } from '@tanstack/react-router'
import { ConfirmAddress } from '@features/accounts/self/reach/ConfirmAddress'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function ConfirmAddressPage() {
  const token = useLocation({ select: (location) => location.hash })
  return (
    <PublicFrame>
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
