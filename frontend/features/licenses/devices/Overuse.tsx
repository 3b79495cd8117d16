import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DevicePage } from '@shared/api/types'
import { Notice } from '@shared/ui/Notice'
import { Moment } from '@shared/ui/Times'
import classes from './Devices.module.css'

interface OveruseProps {
  page: Pick<DevicePage, 'overused_at' | 'refused_today'>
  /** What can be done about it. */
  children: ReactNode
}

/** More devices wanted this license than it has seats (LIC-10). */
export function Overuse({ page, children }: OveruseProps) {
  const { t } = useTranslation('devices')
  if (!page.overused_at && page.refused_today === 0) return null
  return (
    <div className={classes.notice}>
      <Notice tone="warning" title={t('overuse.title', { count: page.refused_today })}>
        {page.overused_at ? (
          <p>
            {t('overuse.since')} <Moment value={page.overused_at} />
          </p>
        ) : null}
        {children}
      </Notice>
    </div>
  )
}
