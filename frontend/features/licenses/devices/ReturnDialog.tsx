import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@shared/api/client'
import type { LicenseDetails } from '@shared/api/types'
import { SMALL_FILE_BYTES, toBase64 } from '@shared/files'
import { Dialog } from '@shared/ui/Dialog'
import { DialogForm } from '@shared/ui/form/DialogForm'
import { FileField } from '@shared/ui/form/FileField'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'

interface ReturnDialogProps {
  opened: boolean
  license: LicenseDetails
  onClose: () => void
  onReturned: () => void
}

/** Gives the seat of an offline lease back, by the receipt that its device wrote. */
export function ReturnDialog({ opened, onClose, ...form }: ReturnDialogProps) {
  const { t } = useTranslation('devices')
  return (
    <Dialog opened={opened} title={t('return.title')} onClose={onClose}>
      <ReturnForm {...form} onClose={onClose} />
    </Dialog>
  )
}

function ReturnForm({ license, onClose, onReturned }: Omit<ReturnDialogProps, 'opened'>) {
  const { t } = useTranslation('devices')
  const [file, setFile] = useState<File | null>(null)
  const [gap, setGap] = useState<string>()
  const returning = useMutation({
    mutationFn: async (receipt: File) =>
      answer(
        api.POST('/api/licenses/{license_id}/lease-returns', {
          params: { path: { license_id: license.id } },
          body: { receipt_base64: await toBase64(receipt) },
        }),
      ),
    onSuccess: () => {
      onReturned()
      onClose()
    },
    onError: focusFirstError,
  })
  const submit = () => {
    if (!file) setGap(t('gap.missing'))
    else if (file.size > SMALL_FILE_BYTES) setGap(t('gap.tooBig'))
    else returning.mutate(file)
  }
  const choose = (chosen: File | null) => {
    setFile(chosen)
    setGap(undefined)
    returning.reset()
  }
  const refused = sortErrors(returning.error, ['receipt_base64'])
  return (
    <DialogForm
      confirm={t('return.submit')}
      busy={returning.isPending}
      error={refused.rest}
      onSubmit={submit}
      onCancel={onClose}
    >
      <p style={{ margin: 0 }}>{t('return.detail')}</p>
      <FileField
        label={t('return.file')}
        hint={t('return.fileHint')}
        accept=".lease-receipt"
        file={file}
        error={gap ?? refused.fields.receipt_base64}
        onChange={choose}
      />
    </DialogForm>
  )
}
