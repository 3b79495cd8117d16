import { Group } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { activationLink, resetLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

/** Behind the link of a registration: the password, and the account is active. */
export function ActivatePage() {
  const { t } = useTranslation('accounts')
  return (
    <ByLink purpose="activate">
      <ButtonLink to="/sign-in">{t('signIn.submit')}</ButtonLink>
      <ButtonLink to="/register" variant="default">
        {t('link.registerAgain')}
      </ButtonLink>
    </ByLink>
  )
}

/** Behind the link that somebody asked for who forgot theirs. */
export function ResetPasswordPage() {
  const { t } = useTranslation('accounts')
  return (
    <ByLink purpose="reset">
      <ButtonLink to="/forgot-password">{t('link.askAgain')}</ButtonLink>
      <ButtonLink to="/sign-in" variant="default">
        {t('signIn.submit')}
      </ButtonLink>
    </ByLink>
  )
}

interface ByLinkProps {
  purpose: 'activate' | 'reset'
  /** What else can be done where the link is no good. */
  children: ReactNode
}

function ByLink({ purpose, children }: ByLinkProps) {
  const token = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  const note = purpose === 'activate' ? 'activated' : 'passwordSet'
  return (
    <PublicFrame>
      <PasswordByLink
        key={token}
        purpose={purpose}
        token={token}
        link={purpose === 'activate' ? activationLink : resetLink}
        onDone={(email) => void navigate({ to: '/sign-in', state: { email, note }, replace: true })}
        wayOn={() => <Group gap="xs">{children}</Group>}
      />
    </PublicFrame>
  )
}
