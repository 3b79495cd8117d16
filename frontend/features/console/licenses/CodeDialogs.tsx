import { Checkbox, NumberInput, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@shared/ui/ConfirmDialog'
import { sortErrors } from '@shared/ui/form/server-errors'
import type { ActDialogProps } from './BlockDialogs'
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
  const confirm = () => {
    setTried(true)
    if (reason.trim()) issuing.mutate({ code_id: codeId, reason: reason.trim(), unblock })
  }
  return (
    <ConfirmDialog
      opened
      title={t('reissue.title', { id: license.public_id })}
      confirmLabel={t('reissue.confirm')}
      busy={issuing.isPending}
      error={issuing.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('reissue.about')}</p>
        <Textarea
          autosize
          minRows={2}
          label={t('reissue.reason')}
          description={t('reissue.reasonHint')}
          value={reason}
          error={tried && !reason.trim() ? t('common:field.required') : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {license.blocked_at ? (
          <Checkbox
            label={t('reissue.unblock')}
            checked={unblock}
            onChange={({ currentTarget }) => setUnblock(currentTarget.checked)}
          />
        ) : null}
      </Stack>
    </ConfirmDialog>
  )
}

/** More seats, with an updated code (LIC-12). */
export function SeatsDialog({ license, onClose }: ActDialogProps) {
  const { t } = useTranslation(['desk', 'common'])
  const [seats, setSeats] = useState<number | string>('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const adding = useAct(license.id, deskActs.seats, onClose)
  const { fields, rest } = sortErrors(adding.error, ['seats', 'reason'])
  const count = typeof seats === 'number' && seats >= 1 ? seats : null
  const confirm = () => {
    setTried(true)
    if (count) adding.mutate({ seats: count, reason: reason.trim() || null })
  }
  return (
    <ConfirmDialog
      opened
      title={t('seats.title', { id: license.public_id })}
      confirmLabel={t('seats.confirm')}
      busy={adding.isPending}
      error={rest}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('seats.about', { count: license.nodes })}</p>
        <NumberInput
          maw="12rem"
          min={1}
          allowDecimal={false}
          allowNegative={false}
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
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  )
}
