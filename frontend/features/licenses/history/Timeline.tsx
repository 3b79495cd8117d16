import { Button } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenseEvent, Page } from '@shared/api/types'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
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
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const events = list.data.pages.flatMap((page) => page.items)
  return (
    <Panel title={t('timeline.title')}>
      {events.length === 0 && !list.hasNextPage ? <p>{t('timeline.empty')}</p> : null}
      <ol className={classes.events}>
        {events.map((event) => (
          <TimelineEntry key={event.id} event={event} link={link} />
        ))}
      </ol>
      {list.hasNextPage ? (
        <Button
          size="xs"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('timeline.more')}
        </Button>
      ) : null}
    </Panel>
  )
}
