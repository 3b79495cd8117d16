import '@mantine/core/styles/Kbd.css'
import { Button, Kbd } from '@mantine/core'
import { ArrowUpToLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { SHORTCUTS } from '../keyboard/shortcuts'
import classes from './QueueBar.module.css'

interface QueueBarProps {
  arrived: number
  onShowArrived: () => void
  /** When the list was last answered for, and whether the newest try failed. */
  answeredAt: number
  failed: boolean
  said: ReactNode
}

/** Always as high as now, so that news above the list moves nothing in it. */
export function QueueBar({ arrived, onShowArrived, answeredAt, failed, said }: QueueBarProps) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const time = format.time(answeredAt)
  return (
    <div className={classes.bar}>
      <span role="status" className={classes.news}>
        {said}
        {arrived > 0 ? (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<ArrowUpToLine size={14} aria-hidden />}
            rightSection={<Kbd size="xs">{SHORTCUTS.showArrived}</Kbd>}
            onClick={onShowArrived}
          >
            {t('queue.arrived', { count: arrived })}
          </Button>
        ) : null}
      </span>
      {answeredAt > 0 ? (
        <span data-failed={failed || undefined} className={classes.time}>
          {failed ? t('queue.stale', { time }) : t('queue.fresh', { time })}
        </span>
      ) : null}
    </div>
  )
}
