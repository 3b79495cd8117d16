import '@mantine/core/styles/Kbd.css'
import { Button, Kbd } from '@mantine/core'
import { CircleHelp, Lightbulb, Lock, type LucideIcon, Reply } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MessageKind, StaffMove } from '@shared/api/staff-types'
import { type Shortcut, SHORTCUTS } from '../keyboard/shortcuts'
import classes from './Composer.module.css'
import { KINDS } from './kinds'

export const KIND_ICONS: Record<MessageKind, LucideIcon> = {
  answer: Reply,
  question: CircleHelp,
  solution: Lightbulb,
  note: Lock,
}
export const KIND_SHORTCUTS = {
  answer: 'reply',
  question: 'ask',
  solution: 'solve',
  note: 'note',
} as const satisfies Record<MessageKind, Shortcut>

interface KindBarProps {
  moves: StaffMove[]
  onChoose: (kind: MessageKind) => void
}

/** The ways to begin a message, always in reach at the lower edge. */
export function KindBar({ moves, onChoose }: KindBarProps) {
  const { t } = useTranslation('console')
  return KINDS.filter((kind) => moves.includes(kind)).map((kind) => {
    const Icon = KIND_ICONS[kind]
    return (
      <Button
        key={kind}
        className={classes.begin}
        variant={kind === 'answer' ? 'filled' : 'default'}
        leftSection={<Icon size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" className={classes.key} aria-hidden>
            {SHORTCUTS[KIND_SHORTCUTS[kind]]}
          </Kbd>
        }
        onClick={() => onChoose(kind)}
      >
        {t(`composer.name.${kind}`)}
      </Button>
    )
  })
}
