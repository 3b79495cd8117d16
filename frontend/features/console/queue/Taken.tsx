import { Button } from '@mantine/core'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TakenRequest } from './use-taking'

export function Taken({ taken, onUndo }: { taken: TakenRequest; onUndo: () => void }) {
  const { t } = useTranslation('console')
  const { number, before } = taken
  return (
    <>
      <span>
        {before
          ? t('queue.assignedFrom', { number, name: before.name })
          : t('queue.assigned', { number })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Undo2 size={14} aria-hidden />}
        onClick={onUndo}
      >
        {t('queue.undo')}
      </Button>
    </>
  )
}
