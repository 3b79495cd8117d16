import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseEvent, Page } from '@shared/api/types'
import { Pages } from '@shared/ui/Pages'
import { NoRows } from '@shared/ui/Rows'
import { TimelineEntry } from './TimelineEntry'
import classes from './Timeline.module.css'

interface TimelineProps {
  list: UseInfiniteQueryResult<InfiniteData<Page<LicenseEvent>>>
  /** A request that an event names, as a link. */
  link: (ticketId: string, number: string) => ReactNode
}

/** What happened to a license, the newest first. */
export function Timeline({ list, link }: TimelineProps) {
  const { t } = useTranslation('life')
  return (
    <Pages
      list={list}
      title={t('timeline.title')}
      empty={<NoRows>{t('timeline.empty')}</NoRows>}
      more={{ label: t('timeline.more') }}
    >
      {(events) => (
        <ol className={classes.events}>
          {events.map((event) => (
            <TimelineEntry key={event.id} event={event} link={link} />
          ))}
        </ol>
      )}
    </Pages>
  )
}
