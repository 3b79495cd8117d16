import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueName } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import classes from './QueueNav.module.css'
import { countsQuery, QUEUES } from './queues'

/** The queues with how many wait in each; `link` draws the way to one. */
export function QueueNav({ link }: { link: (queue: QueueName, content: ReactNode) => ReactNode }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const counts = useQuery(countsQuery).data
  const countText = (count: number, most: number) =>
    count < most ? format.number(count) : t('queue.atLeast', { number: format.number(count) })
  return QUEUES.map((queue) =>
    link(
      queue,
      <>
        <span className={classes.name}>{t(`queue.name.${queue}`)}</span>
        <span className={`${classes.count} k-figures`}>
          {counts ? countText(counts[queue], counts.counted_to) : ''}
        </span>
      </>,
    ),
  )
}
