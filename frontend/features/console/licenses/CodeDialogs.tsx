import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { NumberField } from '@shared/ui/form/NumberField'
import { sortErrors } from '@shared/ui/form/server-errors'
import { ActDialog, type ActDialogProps } from './ActDialog'
import { deskActs } from './desk'
import { useAct } from './use-act'

/** Another code in place of the one that the page shows. */
export function ReissueDialog({ license, onClose }: ActDialogProps) {
  const { t } = useTranslation(['desk', 'common'])
  const [reason, setReason] = useState('')
  const [unblock, setUnblock] = useState(false)
  const [tried, setTried] = useState(false)
  // What was shown when the dialog opened: a code issued meanwhile is not replaced by mistake.
  const [codeId] = useState(license.code_id)
  const issuing = useAct(license.id, deskActs.reissue, onClose)
  const { fields, rest } = sortErrors(issuing.error, ['reason'])
  const confirm = () => {
    setTried(true)
    if (reason.trim()) issuing.mutate({ code_id: codeId, reason: reason.trim(), unblock })
    else focusFirstError()
  }
  return (
    <ActDialog
      title={t('reissue.title', { id: license.public_id })}
      confirm={t('reissue.confirm')}
      busy={issuing.isPending}
      error={rest}
      onSubmit={confirm}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('reissue.about')}</p>
      <Textarea
        autosize
        minRows={2}
        label={t('reissue.reason')}
        description={t('reissue.reasonHint')}
        value={reason}
        error={tried && !reason.trim() ? t('common:field.required') : fields.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {license.blocked_at ? (
        <Checkbox
          label={t('reissue.unblock')}
          checked={unblock}
          onChange={({ currentTarget }) => setUnblock(currentTarget.checked)}
        />
      ) : null}
    </ActDialog>
  )
}

/** More seats, with an updated code (LIC-12). */
export function SeatsDialog({ license, onClose }: ActDialogProps) {
  const { t } = useTranslation(['desk', 'common'])
  const [seats, setSeats] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const adding = useAct(license.id, deskActs.seats, onClose)
  const { fields, rest } = sortErrors(adding.error, ['seats', 'reason'])
  const count = Number.isInteger(Number(seats)) && Number(seats) >= 1 ? Number(seats) : null
  const confirm = () => {
    setTried(true)
    if (count) adding.mutate({ seats: count, reason: reason.trim() || null })
    else focusFirstError()
  }
  return (
    <ActDialog
      title={t('seats.title', { id: license.public_id })}
      confirm={t('seats.confirm')}
      busy={adding.isPending}
      error={rest}
      onSubmit={confirm}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('seats.about', { count: license.nodes })}</p>
      <NumberField
        maw="12rem"
        min={1}
        label={t('seats.seats')}
        value={seats}
        error={tried && !count ? t('common:field.required') : fields.seats}
        onChange={setSeats}
      />
      <Textarea
        autosize
        minRows={2}
        label={t('seats.reason')}
        value={reason}
        error={fields.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ActDialog>
  )
}
