import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '@shared/clock'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { localOf, momentOf } from '@shared/i18n/local-time'
import { useZone } from '@shared/i18n/zone'
import { ActDialog, type ActDialogProps } from './ActDialog'
import { type AskedBlock, useAskedBlock } from './asked-block'
import { deskActs } from './desk'
import { useAct } from './use-act'
import { type When, WhenFields } from './WhenFields'

/** Blocks now or at a time; the reason goes to the holder. */
export function BlockDialog({ license, onClose }: ActDialogProps) {
  const { t } = useTranslation(['desk', 'common'])
  const zone = useZone()
  const asked = useAskedBlock(license)
  const [when, setWhen] = useState<When>(() => whenAsked(asked, zone))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const blocking = useAct(license.id, deskActs.block, onClose)
  const time = when.later ? momentOf(when.at, zone) : null
  const missing = !reason.trim() || (when.later && !time)
  const required = tried ? t('common:field.required') : undefined
  const { fields, rest } = sortErrors(blocking.error, ['at', 'reason'])
  const confirm = () => {
    setTried(true)
    if (missing) focusFirstError()
    else blocking.mutate({ at: time, reason: reason.trim() })
  }
  return (
    <ActDialog
      danger
      title={t('block.title', { id: license.public_id })}
      confirm={t(when.later ? 'block.plan' : 'block.confirm')}
      busy={blocking.isPending}
      error={rest}
      onSubmit={confirm}
      onClose={onClose}
    >
      <WhenFields
        value={when}
        error={when.later && !time ? required : fields.at}
        onChange={setWhen}
      />
      <Textarea
        autosize
        minRows={3}
        label={t('block.reason')}
        description={t('block.reasonHint')}
        value={reason}
        error={reason.trim() ? fields.reason : required}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ActDialog>
  )
}

/** As the holder asked, if they did and that time is still to come. */
function whenAsked(asked: AskedBlock | null, zone?: string): When {
  const ahead = asked?.at && Date.parse(asked.at) > serverNow() ? asked.at : null
  return { later: Boolean(ahead), at: ahead ? localOf(ahead, zone) : '' }
}

/** Lifts a block, or calls a planned one off. */
export function UnblockDialog({ license, onClose }: ActDialogProps) {
  const { t } = useTranslation('desk')
  const [reason, setReason] = useState('')
  const lifting = useAct(license.id, deskActs.unblock, onClose)
  const { fields, rest } = sortErrors(lifting.error, ['reason'])
  return (
    <ActDialog
      title={t('unblock.title', { id: license.public_id })}
      confirm={t('unblock.confirm')}
      busy={lifting.isPending}
      error={rest}
      onSubmit={() => lifting.mutate({ reason: reason.trim() || null })}
      onClose={onClose}
    >
      <Textarea
        autosize
        minRows={2}
        label={t('unblock.reason')}
        description={t('block.reasonHint')}
        value={reason}
        error={fields.reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ActDialog>
  )
}
