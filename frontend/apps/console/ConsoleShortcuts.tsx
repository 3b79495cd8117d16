import { ActionIcon } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Keyboard as KeyboardIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutsDialog } from '@features/console/keyboard/ShortcutsDialog'
import { useShortcuts } from '@features/console/keyboard/Keyboard'
import type { QueueName } from '@shared/api/staff-types'

/** The shortcuts that work on every page, and the button that shows them all. */
export function ConsoleShortcuts() {
  const { t } = useTranslation('console')
  const [opened, setOpened] = useState(false)
  const navigate = useNavigate()
  const go = (queue: QueueName) => () => void navigate({ to: '/queue/$queue', params: { queue } })
  const help = () => setOpened(true)
  useShortcuts({
    help,
    goUnassigned: go('unassigned'),
    goMine: go('mine'),
    goWaiting: go('waiting'),
    goAllOpen: go('all_open'),
  })
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className="k-wide-only"
        aria-label={t('shortcuts.open')}
        title={t('shortcuts.open')}
        onClick={help}
      >
        <KeyboardIcon size={18} aria-hidden />
      </ActionIcon>
      <ShortcutsDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}
