import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@shared/ui/PageHeader'
import classes from './SelfTabs.module.css'

interface SelfTabsProps {
  /** The part that is open; the browser's tab is named after it. */
  part: 'profile' | 'security' | 'notices' | 'data'
  links: ReactNode
  children: ReactNode
}

/** What the pages about one's own account stand in. */
export function SelfTabs({ part, links, children }: SelfTabsProps) {
  const { t } = useTranslation('self')
  const title = t('title')
  return (
    <>
      <PageHeader title={title} tabTitle={`${t(`tab.${part}`)} · ${title}`} />
      <nav className={classes.tabs} aria-label={t('tabs')}>
        {links}
      </nav>
      <div className={classes.page}>{children}</div>
    </>
  )
}
