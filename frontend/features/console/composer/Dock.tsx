import { Button } from '@mantine/core'
import { ArrowDownToLine } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '@features/tickets/drafts/use-draft'
import type { Uploads } from '@features/tickets/upload/use-uploads'
import type { MessageKind, StaffTicket } from '@shared/api/staff-types'
import { useShortcuts } from '../keyboard/Keyboard'
import { Composer } from './Composer'
import classes from './Dock.module.css'
import { KindBar } from './KindBar'
import { draftSlot, isWriting, NOTHING } from './use-composer'

interface DockProps {
  ticket: StaffTicket
  /** Messages that came since, and are not shown yet. */
  arrived: number
  onShowArrived: () => void
  guard: (uploads: Uploads) => ReactNode
  onSent: () => void
}

/** Below the conversation: the message being written, or the ways to begin one. */
export function Dock({ ticket, arrived, onShowArrived, guard, onSent }: DockProps) {
  const { t } = useTranslation('console')
  const draft = useDraft(draftSlot(ticket.id), NOTHING, isWriting)
  const { kind: writing } = draft.value
  const field = useRef<HTMLTextAreaElement>(null)
  const wanted = useRef(false)
  const start = (kind: MessageKind) => {
    if (!ticket.moves.includes(kind)) return
    draft.write({ ...draft.value, kind })
    wanted.current = true
    field.current?.focus()
  }
  useEffect(() => {
    // A draft that was found again must not take the focus; one that was just begun must.
    if (writing && wanted.current) field.current?.focus()
    wanted.current = false
  }, [writing])
  useShortcuts({
    reply: () => start('answer'),
    ask: () => start('question'),
    solve: () => start('solution'),
    note: () => start('note'),
  })
  return (
    <>
      {writing ? (
        <Composer ticket={ticket} draft={draft} field={field} guard={guard} onSent={onSent} />
      ) : null}
      {writing && arrived === 0 ? null : (
        <div className={classes.dock}>
          {writing ? null : <KindBar moves={ticket.moves} onChoose={start} />}
          {ticket.can.reply ? null : <span className={classes.over}>{t('composer.over')}</span>}
          <span role="status" className={classes.news}>
            {arrived > 0 ? (
              <Button
                variant="light"
                leftSection={<ArrowDownToLine size={15} aria-hidden />}
                onClick={onShowArrived}
              >
                {t('request.arrived', { count: arrived })}
              </Button>
            ) : null}
          </span>
        </div>
      )}
    </>
  )
}
