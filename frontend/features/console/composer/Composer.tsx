import { type ReactNode, type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { useDraft } from '@features/tickets/drafts/use-draft'
import { staffUploads } from '@features/tickets/upload/upload-api'
import { UploadField } from '@features/tickets/upload/UploadField'
import { type Uploads, useUploads } from '@features/tickets/upload/use-uploads'
import { useConfig } from '@shared/api/config'
import type { StaffTicket } from '@shared/api/staff-types'
import { CountedTextarea } from '@shared/ui/form/CountedTextarea'
import classes from './Composer.module.css'
import { ComposerFoot } from './ComposerFoot'
import { KindChoice } from './KindChoice'
import { isInternal } from './kinds'
import { Outcome } from './Outcome'
import { SendProblem } from './SendProblem'
import { draftSlot, useComposer, type Writing } from './use-composer'

interface ComposerProps {
  ticket: StaffTicket
  draft: ReturnType<typeof useDraft<Writing>>
  field: RefObject<HTMLTextAreaElement | null>
  /** Stands in the way of leaving while files are on their way. */
  guard: (uploads: Uploads) => ReactNode
  onSent: () => void
}

/** Writes one message; what sending it will do stands above the text. */
export function Composer({ ticket, draft, field, guard, onSent }: ComposerProps) {
  const { t } = useTranslation('console')
  const { limits } = useConfig()
  const slot = draftSlot(ticket.id)
  const uploads = useUploads({ api: staffUploads, ticketId: ticket.id, slot })
  const { kind, wrong, ...composer } = useComposer({ ticket, draft, uploads, onSent })
  useEffect(() => {
    if (wrong) field.current?.focus()
  }, [wrong, field])
  return (
    <form
      className={classes.composer}
      data-internal={isInternal(kind) || undefined}
      aria-label={t(`composer.begin.${kind}`)}
      onSubmit={composer.submit}
      noValidate
    >
      <KindChoice
        kind={kind}
        moves={ticket.moves}
        onChange={(chosen) => composer.change({ kind: chosen })}
      />
      <Outcome kind={kind} ticket={ticket} />
      <CountedTextarea
        ref={field}
        aria-label={t(`composer.text.${kind}`)}
        placeholder={t(`composer.text.${kind}`)}
        value={draft.value.text}
        max={limits.text_chars}
        error={wrong}
        onChange={({ currentTarget }) => composer.change({ text: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) composer.submit(event)
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {guard(uploads)}
      <UploadField uploads={uploads} statement={null} />
      {composer.problem ? (
        <SendProblem error={composer.problem} possible={kind === draft.value.kind} />
      ) : null}
      <ComposerFoot
        kind={kind}
        busy={composer.busy}
        empty={!draft.value.text.trim() && uploads.list.entries.length === 0}
        onDiscard={composer.discard}
      />
    </form>
  )
}
