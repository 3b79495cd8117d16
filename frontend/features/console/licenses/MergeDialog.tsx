import { TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { ApiError } from '@shared/api/problem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { ActDialog, type ActDialogProps } from './ActDialog'
import { deskActs } from './desk'
import { useAct } from './use-act'

/** Makes one of several licenses of a company, at their renewal (LIC-14). */
export function MergeDialog({ license, onClose }: ActDialogProps) {
  const { t } = useTranslation(['desk', 'common'])
  const format = useFormat()
  const [others, setOthers] = useState('')
  const [expires, setExpires] = useState('')
  const [order, setOrder] = useState('')
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState<string[]>([])
  const merging = useAct(license.id, deskActs.merge, onClose)
  const { fields, rest } = sortErrors(merging.error, ['others', 'expires_on', 'order_number'])
  const ids = others.split(/[\s,;]+/).filter(Boolean)
  const required = tried ? t('common:field.required') : undefined
  const confirm = () => {
    setTried(true)
    const body = { others: ids, expires_on: expires, order_number: order.trim() || null }
    setSent(ids)
    if (ids.length > 0 && expires) merging.mutate(body)
    else focusFirstError()
  }
  return (
    <ActDialog
      title={t('merge.title', { id: license.public_id })}
      confirm={t('merge.confirm')}
      busy={merging.isPending}
      error={rest}
      onSubmit={confirm}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('merge.about', { day: format.day(license.renewal_opens_on) })}</p>
      <Textarea
        autosize
        minRows={2}
        label={t('merge.others')}
        description={t('merge.othersHint')}
        value={others}
        error={ids.length > 0 ? (errorsOf(merging.error, sent) ?? fields.others) : required}
        onChange={({ currentTarget }) => setOthers(currentTarget.value)}
      />
      <TextInput
        type="date"
        maw="14rem"
        label={t('merge.expires')}
        value={expires}
        error={expires ? fields.expires_on : required}
        onChange={({ currentTarget }) => setExpires(currentTarget.value)}
      />
      <TextInput
        label={t('merge.order')}
        value={order}
        error={fields.order_number}
        onChange={({ currentTarget }) => setOrder(currentTarget.value)}
      />
    </ActDialog>
  )
}

const ONE = /^others\.(\d+)$/

/** What is wrong with which of the licenses that were sent. */
function errorsOf(error: unknown, sent: string[]): string | null {
  if (!(error instanceof ApiError)) return null
  const told = error.errors.flatMap(({ field, detail }) => {
    const place = ONE.exec(field)?.[1]
    return place === undefined ? [] : [`${sent[Number(place)] ?? ''}: ${detail}`]
  })
  return told.length > 0 ? told.join(' ') : null
}
