import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '@shared/ui/Notice'
import type { SelfApi } from '../self-api'
import { reachQuery } from './reach'
import classes from './Reach.module.css'

export interface ReachBannerProps {
  self: SelfApi
  /** The way to where they can do something about it. */
  wayOn: (words: string) => ReactNode
}

/** On every page while mail doesn't reach the person: they wait for answers that don't come. */
export function ReachBanner({ self, wayOn }: ReachBannerProps) {
  const { t } = useTranslation('reach')
  const reason = useQuery(reachQuery(self)).data?.stopped_for
  if (!reason) return null
  return (
    <div className={classes.banner}>
      <Notice tone="warning" title={t(`banner.${reason}`)}>
        {wayOn(t('banner.more'))}
      </Notice>
    </div>
  )
}
