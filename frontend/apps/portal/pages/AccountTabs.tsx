import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SelfTabs } from '@features/accounts/self/SelfTabs'

interface AccountTabsProps {
  part: 'profile' | 'security' | 'notices' | 'data'
  children: ReactNode
}

export function AccountTabs({ part, children }: AccountTabsProps) {
  const { t } = useTranslation('self')
  return (
    <SelfTabs
      part={part}
      links={
        <>
          <Link to="/account/profile">{t('tab.profile')}</Link>
          <Link to="/account/security">{t('tab.security')}</Link>
          <Link to="/account/notices">{t('tab.notices')}</Link>
          <Link to="/account/data">{t('tab.data')}</Link>
        </>
      }
    >
      {children}
    </SelfTabs>
  )
}
