import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '@features/tickets/status/StatusChip'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import type { Closure, StaffTicket } from '@shared/api/staff-types'
import type { TicketStatus } from '@shared/api/types'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { CountedTextarea } from '@shared/ui/form/CountedTextarea'
import classes from './EndDialog.module.css'
import { changeInQueues, endRequest, refreshQueues, requestQuery } from './requests'

const ENDINGS: [Closure, TicketStatus][] = [
  ['close', 'closed'],
  ['redirect', 'closed_redirected'],
  ['cancel', 'cancelled_by_specialist'],
]
/** Whoever is turned away is told why. */
const NEEDS_REASON: readonly Closure[] = ['redirect', 'cancel']

interface EndDialogProps {
  ticket: StaffTicket
  opened: boolean
  onCancel: () => void
  onEnded: (how: Closure) => void
}

/** Ends a request for good, in one of three ways. */
export function EndDialog({ ticket, opened, onCancel, onEnded }: EndDialogProps) {
  const { t } = useTranslation(['console', 'common'])
  const { limits } = useConfig()
  const [how, setHow] = useState<Closure>('close')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const ending = useEnding(ticket.id, onEnded)
  const missing = NEEDS_REASON.includes(how) && !reason.trim()
  const confirm = () => {
    setTried(true)
    if (!missing) ending.mutate({ how, reason: reason.trim() || null })
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={t('end.title', { number: ticket.number })}
      confirmLabel={t('end.confirm')}
      busy={ending.isPending}
      error={ending.error}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <fieldset className={classes.ways}>
        <legend>{t('end.how')}</legend>
        {ENDINGS.map(([value, status]) => (
          <label key={value} className={classes.way}>
            <input
              type="radio"
              name="ending"
              checked={how === value}
              disabled={!ticket.moves.includes(value)}
              onChange={() => setHow(value)}
            />
            <span>
              <StatusChip status={status} staff />
              <span className={classes.about}>{t(`end.about.${value}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <CountedTextarea
        mt="md"
        max={limits.text_chars}
        label={NEEDS_REASON.includes(how) ? t('end.reason') : t('end.reasonIfAny')}
        description={t('end.reasonHint')}
        value={reason}
        error={tried && missing && t('common:field.required')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={classes.final}>{t('end.final')}</p>
    </ConfirmDialog>
  )
}

function useEnding(id: string, onEnded: (how: Closure) => void) {
  const queryClient = useQueryClient()
  const { keyFor } = useIntent()
  return useMutation({
    mutationFn: async (body: Parameters<typeof endRequest>[1]) =>
      endRequest(id, body, await keyFor(body)),
    onSuccess: (_, { how }) => {
      changeInQueues(queryClient, id, () => null)
      refreshQueues(queryClient)
      void queryClient.invalidateQueries({ queryKey: requestQuery(id).queryKey })
      onEnded(how)
    },
    onError: () => queryClient.invalidateQueries({ queryKey: requestQuery(id).queryKey }),
  })
}
