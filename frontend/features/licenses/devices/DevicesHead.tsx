import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DevicePage } from '@shared/api/types'
import { Notice } from '@shared/ui/Notice'
import { Moment } from '@shared/ui/Times'
import classes from './Devices.module.css'
import { Seats } from './Seats'

interface DevicesHeadProps {
  page: Pick<DevicePage, 'seats_used' | 'nodes' | 'overused_at' | 'refused_today'>
  /** What can be done where more devices want the license than it has seats (LIC-10). */
  advice: ReactNode
  children?: ReactNode
}

/** Above the devices: how many seats they hold, and whether those are enough. */
export function DevicesHead({ page, advice, children }: DevicesHeadProps) {
  const { t } = useTranslation('devices')
  return (
    <div className={classes.head}>
      <Seats used={page.seats_used} nodes={page.nodes} />
      {children}
      {page.overused_at || page.refused_today > 0 ? (
        <Notice tone="warning" title={t('overuse.title', { count: page.refused_today })}>
          {page.overused_at ? (
            <p>
              {t('overuse.since')} <Moment value={page.overused_at} />
            </p>
          ) : null}
          {advice}
        </Notice>
      ) : null}
    </div>
  )
}
