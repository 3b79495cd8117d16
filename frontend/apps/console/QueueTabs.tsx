import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueueNav } from '@features/console/queue/QueueNav'
import classes from './QueueTabs.module.css'

/** From one queue to the next, with how many wait in each. */
export function QueueTabs() {
  const { t } = useTranslation('console')
  return (
    <nav className={classes.tabs} aria-label={t('nav.queues')}>
      <QueueNav
        link={(queue, content) => (
          <Link
            key={queue}
            className={classes.tab}
            to="/queue/$queue"
            params={{ queue }}
            resetScroll={false}
          >
            {content}
          </Link>
        )}
      />
    </nav>
  )
}
